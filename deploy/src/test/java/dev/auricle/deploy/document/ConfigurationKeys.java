package dev.auricle.deploy.document;

import dev.auricle.aggregator.AggregatorConfig;
import dev.auricle.deploy.launch.DicomConfig;
import dev.auricle.inference.InferenceConfig;
import dev.auricle.ingest.IngestConfig;
import dev.auricle.schemas.configuration.Default;
import dev.auricle.schemas.configuration.Password;
import dev.auricle.schemas.configuration.Secret;
import dev.auricle.schemas.connect.FederationConfig;
import dev.auricle.schemas.connect.SiteConfig;
import dev.auricle.schemas.plan.Plan;
import dev.auricle.schemas.topic.TopicSettings;
import dev.auricle.trainer.TrainerConfig;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Every key that the records know, with its default as the file would have it. */
final class ConfigurationKeys {
    static final Map<String, Class<? extends Record>> SECTIONS = Map.of(
            "site", SiteConfig.class,
            "federation", FederationConfig.class,
            "topics", TopicSettings.class,
            "dicom", DicomConfig.class,
            "ingest", IngestConfig.class,
            "trainer", TrainerConfig.class,
            "aggregator", AggregatorConfig.class,
            "inference", InferenceConfig.class);

    private static final String REQUIRED = "required";
    private static final String ABSENT = "none";
    private static final Set<Class<?>> HIDDEN = Set.of(Secret.class, Password.class);

    private ConfigurationKeys() {}

    /** Of auricle.yaml: {@code ingest.receive.port} → {@code 11112}. */
    static Map<String, String> ofConfiguration() {
        var keys = new TreeMap<String, String>();
        SECTIONS.forEach((name, type) -> keys.putAll(of(name + ".", type)));
        return keys;
    }

    /** Of a plan: {@code preprocessing.rows} → {@code 256}. */
    static Map<String, String> ofPlan() {
        return of("", Plan.class);
    }

    private static Map<String, String> of(String prefix, Class<?> type) {
        var keys = new TreeMap<String, String>();
        for (var component : type.getRecordComponents()) {
            keys.putAll(of(prefix + component.getName(), component));
        }
        return keys;
    }

    private static Map<String, String> of(String path, RecordComponent component) {
        var fallback = Optional.ofNullable(component.getAnnotation(Default.class));
        if (fallback.isPresent()) {
            return Map.of(path, given(component, fallback.get()));
        }
        var type = component.getType();
        if (type == Map.class) {
            return Map.of(path, "{}");
        }
        if (type == List.class) {
            return isSection(argument(component)) ? of(path + "[].", argument(component)) : Map.of(path, "[]");
        }
        var inner = type == Optional.class ? argument(component) : type;
        return isSection(inner) ? of(path + ".", inner) : Map.of(path, type == Optional.class ? ABSENT : REQUIRED);
    }

    private static String given(RecordComponent component, Default fallback) {
        var values = String.join(", ", fallback.value());
        return component.getType() == List.class ? "[" + values + "]" : values;
    }

    private static boolean isSection(Class<?> type) {
        return type.isRecord() && !HIDDEN.contains(type);
    }

    private static Class<?> argument(RecordComponent component) {
        return (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
    }
}
