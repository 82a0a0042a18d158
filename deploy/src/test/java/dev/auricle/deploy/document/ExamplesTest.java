package dev.auricle.deploy.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.aggregator.AggregatorConfig;
import dev.auricle.inference.InferenceConfig;
import dev.auricle.inference.deliver.ArchiveConfig;
import dev.auricle.ingest.IngestConfig;
import dev.auricle.schemas.configuration.Configuration;
import dev.auricle.schemas.connect.FederationConfig;
import dev.auricle.schemas.connect.SiteConfig;
import dev.auricle.schemas.plan.Plan;
import dev.auricle.schemas.topic.TopicSettings;
import dev.auricle.trainer.TrainerConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ExamplesTest {
    private static final Path CONFIGURATION = Path.of("auricle.yaml");
    private static final Path PLAN = Path.of("plan.yaml");

    private final Configuration example = Configuration.read(
                    CONFIGURATION, Map.of("AURICLE_NORTH_SECRET", "not a secret, but long enough"))
            .withSections(ConfigurationKeys.SECTIONS.keySet());

    @Test
    void one_site_of_the_example_is_a_site_of_the_plan() {
        // When
        var plan = Plan.read(PLAN);
        // Then
        assertThat(example.section("federation", FederationConfig.class).name()).isEqualTo(plan.federation());
        assertThat(example.section("site", SiteConfig.class).hospitals())
                .allSatisfy(hospital -> assertThat(plan.sites()).contains(hospital.name()));
        assertThat(example.section("topics", TopicSettings.class).sites())
                .isGreaterThanOrEqualTo(plan.sites().size());
    }

    @Test
    void what_the_example_calls_a_default_is_one() {
        // Given
        var defaults = Configuration.parse("topics: {sites: 3}", "nothing", Map.of());
        // When
        var inference = example.section("inference", InferenceConfig.class);
        // Then
        assertThat(example.section("topics", TopicSettings.class))
                .isEqualTo(defaults.section("topics", TopicSettings.class));
        assertThat(example.section("ingest", IngestConfig.class))
                .usingRecursiveComparison()
                .ignoringFields("backfill", "deidentify")
                .isEqualTo(defaults.section("ingest", IngestConfig.class));
        assertThat(example.section("trainer", TrainerConfig.class))
                .isEqualTo(defaults.section("trainer", TrainerConfig.class));
        assertThat(example.section("aggregator", AggregatorConfig.class))
                .isEqualTo(defaults.section("aggregator", AggregatorConfig.class));
        assertThat(inference)
                .usingRecursiveComparison()
                .ignoringFields("archive", "fhir")
                .isEqualTo(defaults.section("inference", InferenceConfig.class));
    }

    @Test
    void the_plan_says_the_defaults() throws IOException {
        // Given
        var whole = Files.readString(PLAN);
        var needed = whole.substring(whole.indexOf("classes:"), whole.indexOf("# How annotations become"));
        // When
        var bare = Configuration.parse(
                        "federation: left-atrium\nsites: [north, west, south]\npreprocessing: {modalities: [MR]}\n"
                                + needed,
                        "a plan of defaults",
                        Map.of())
                .as(Plan.class);
        // Then
        assertThat(Plan.read(PLAN))
                .usingRecursiveComparison()
                .ignoringFields("quality.labelVolumes") // no class has any unless it is named
                .isEqualTo(bare);
    }

    @Test
    void no_key_is_missing_in_the_examples() throws IOException {
        // When
        var given = keys("", new Yaml().load(everySectionOn()));
        given.addAll(keys("", new Yaml().load(Files.readString(PLAN))));
        // Then
        assertThat(given)
                .containsAll(ConfigurationKeys.ofConfiguration().keySet())
                .containsAll(ConfigurationKeys.ofPlan().keySet());
    }

    @Test
    void sections_that_are_off_are_valid_when_they_are_turned_on() throws IOException {
        // When
        var everything = Configuration.parse(
                everySectionOn(), "everything", Map.of("AURICLE_NORTH_SECRET", "not a secret, but long enough"));
        // Then
        assertThat(everything.section("ingest", IngestConfig.class).receive().tls())
                .isPresent();
        assertThat(everything.section("inference", InferenceConfig.class).archive())
                .get()
                .extracting(ArchiveConfig::tls)
                .isNotEqualTo(Optional.empty());
    }

    private static String everySectionOn() throws IOException {
        return Files.readString(CONFIGURATION).replaceAll("(?m)^( *)#:", "$1");
    }

    private static Set<String> keys(String prefix, Object tree) {
        var keys = new HashSet<String>();
        if (tree instanceof Map<?, ?> mapping) {
            mapping.forEach((name, value) -> keys.addAll(keys(prefix + "." + name, value)));
        } else if (tree instanceof List<?> items) {
            items.forEach(item -> keys.addAll(keys(prefix + "[]", item)));
        }
        keys.add(prefix.replaceFirst("^\\.", "").replaceFirst("\\[]$", ""));
        return keys;
    }
}
