package dev.auricle.schemas.configuration;

import java.lang.invoke.MethodType;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Turns one scalar of the file into a Java value. Every scalar is text until a record component says what it is. */
final class Scalars {
    private static final Pattern SHORT_DURATION = Pattern.compile("(\\d+)\\s*(ms|s|m|h|d)");

    private static final Map<Class<?>, Function<String, Object>> PARSERS = Map.ofEntries(
            Map.entry(String.class, text -> text),
            Map.entry(int.class, Integer::valueOf),
            Map.entry(long.class, Long::valueOf),
            Map.entry(double.class, Double::valueOf),
            Map.entry(boolean.class, Scalars::truth),
            Map.entry(Duration.class, Scalars::duration),
            Map.entry(Path.class, Path::of),
            Map.entry(URI.class, URI::create),
            Map.entry(Password.class, Password::new),
            Map.entry(Secret.class, Secret::new));

    private static final Map<Class<?>, String> VALID = Map.of(
            int.class, "a whole number",
            long.class, "a whole number",
            double.class, "a number",
            boolean.class, "true or false",
            Duration.class, "a duration such as 500ms, 60s, 10m, 2h or PT1M30S",
            Path.class, "a path",
            URI.class, "a URI");

    private Scalars() {}

    static boolean knows(Class<?> type) {
        return PARSERS.containsKey(primitive(type)) || type.isEnum();
    }

    static Object parse(Class<?> type, String text, KeyPath at) {
        return type.isEnum() ? constant(type, text, at) : parsePlain(primitive(type), text, at);
    }

    private static Class<?> primitive(Class<?> type) {
        return MethodType.methodType(type).unwrap().returnType();
    }

    private static Object parsePlain(Class<?> type, String text, KeyPath at) {
        var parser = Optional.ofNullable(PARSERS.get(type)).orElseThrow();
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException refused) {
            var valid = VALID.get(type);
            throw valid == null
                    ? at.refuse(String.valueOf(refused.getMessage()))
                    : at.refuse("'" + text + "' is not " + valid, refused);
        }
    }

    private static Object constant(Class<?> type, String text, KeyPath at) {
        var wanted = text.toUpperCase(Locale.ROOT).replace('-', '_');
        var constants = Arrays.stream(type.getEnumConstants()).toList();
        return constants.stream()
                .filter(constant -> ((Enum<?>) constant).name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> at.refuse("'" + text + "' is not one of "
                        + constants.stream()
                                .map(constant -> constant.toString()
                                        .toLowerCase(Locale.ROOT)
                                        .replace('_', '-'))
                                .toList()));
    }

    private static boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static Duration duration(String text) {
        var shortForm = SHORT_DURATION.matcher(text);
        if (!shortForm.matches()) {
            try {
                return Duration.parse(text);
            } catch (DateTimeParseException malformed) {
                throw new IllegalArgumentException(malformed);
            }
        }
        long amount = Long.parseLong(shortForm.group(1));
        return switch (shortForm.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }
}
