package dev.auricle.schemas.configuration;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Builds records from a tree of YAML mappings, sequences and texts.
 *
 * <p>A key that no component has is refused. A component that the file does not give takes its {@link Default}; an
 * {@code Optional}, {@code List} or {@code Map} is then empty, and a record is built from its own defaults. One value in
 * place of a record is its {@link Shorthand}.
 */
record RecordBinder(Environment environment) {

    <R extends Record> R bind(Class<R> type, Map<?, ?> mapping, KeyPath at) {
        refuseUnknownKeys(type, mapping, at);
        var components = type.getRecordComponents();
        var values = Arrays.stream(components)
                .map(component -> valueOf(component, mapping.get(component.getName()), at.child(component.getName())))
                .toArray();
        return construct(type, components, values, at);
    }

    private static void refuseUnknownKeys(Class<?> type, Map<?, ?> mapping, KeyPath at) {
        var known = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        for (var key : mapping.keySet()) {
            if (!known.contains(String.valueOf(key))) {
                throw at.child(String.valueOf(key)).refuse("unknown key; valid here: " + String.join(", ", known));
            }
        }
    }

    private Object valueOf(RecordComponent component, @Nullable Object given, KeyPath at) {
        return given == null ? absent(component, at) : convert(component.getGenericType(), given, at);
    }

    private Object absent(RecordComponent component, KeyPath at) {
        var fallback = component.getAnnotation(Default.class);
        if (fallback != null) {
            return convert(component.getGenericType(), given(component, fallback), at);
        }
        var type = component.getType();
        if (type == Optional.class) {
            return Optional.empty();
        }
        if (type == List.class) {
            return List.of();
        }
        if (type == Map.class) {
            return Map.of();
        }
        if (type.isRecord() && !Scalars.knows(type)) {
            return bind(type.asSubclass(Record.class), Map.of(), at);
        }
        throw at.refuse("missing");
    }

    private static Object given(RecordComponent component, Default fallback) {
        return component.getType() == List.class ? List.of(fallback.value()) : fallback.value()[0];
    }

    private Object convert(Type type, Object given, KeyPath at) {
        if (type instanceof ParameterizedType generic) {
            return convertGeneric(generic, given, at);
        }
        var plain = (Class<?>) type;
        if (Scalars.knows(plain)) {
            return Scalars.parse(plain, text(given, at), at);
        }
        return bind(plain.asSubclass(Record.class), mapping(inFull(plain, given), at), at);
    }

    private static Object inFull(Class<?> type, Object given) {
        return Arrays.stream(type.getRecordComponents())
                .filter(component -> given instanceof String && component.isAnnotationPresent(Shorthand.class))
                .<Object>map(component -> Map.of(component.getName(), given))
                .findFirst()
                .orElse(given);
    }

    private Object convertGeneric(ParameterizedType type, Object given, KeyPath at) {
        var arguments = type.getActualTypeArguments();
        var last = arguments[arguments.length - 1];
        if (type.getRawType() == Optional.class) {
            return Optional.of(convert(last, given, at));
        }
        return type.getRawType() == Map.class ? convertMap(last, mapping(given, at), at) : convertList(last, given, at);
    }

    private Map<String, Object> convertMap(Type valueType, Map<?, ?> given, KeyPath at) {
        var converted = new LinkedHashMap<String, Object>();
        given.forEach((key, value) -> {
            var name = String.valueOf(key);
            converted.put(name, convert(valueType, value, at.child(name)));
        });
        return Collections.unmodifiableMap(converted);
    }

    private List<Object> convertList(Type itemType, Object given, KeyPath at) {
        if (!(given instanceof List<?> items)) {
            throw at.refuse("a list is wanted, such as [a, b]");
        }
        var converted = new ArrayList<>();
        for (int index = 0; index < items.size(); index++) {
            converted.add(convert(itemType, items.get(index), at.item(index)));
        }
        return List.copyOf(converted);
    }

    private String text(Object given, KeyPath at) {
        if (given instanceof String text) {
            return environment.substitute(text, at);
        }
        throw at.refuse("one value is wanted, not a " + (given instanceof List ? "list" : "mapping"));
    }

    private static Map<?, ?> mapping(Object given, KeyPath at) {
        if (given instanceof Map<?, ?> mapping) {
            return mapping;
        }
        throw at.refuse("a mapping of keys to values is wanted");
    }

    private static <R extends Record> R construct(
            Class<R> type, RecordComponent[] components, Object[] values, KeyPath at) {
        try {
            var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException refused) {
            var why = refused.getTargetException();
            throw at.refuse(String.valueOf(why.getMessage()), why);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("a record has a canonical constructor: " + type.getName(), impossible);
        }
    }
}
