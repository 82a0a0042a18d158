package dev.auricle.schemas.configuration;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Replaces {@code ${NAME}} and {@code ${NAME:fallback}} by the values of environment variables. */
record Environment(Map<String, String> variables) {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)(?::([^}]*))?}");

    String substitute(String text, KeyPath at) {
        return REFERENCE
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(valueOf(found.group(1), found.group(2), at)));
    }

    private String valueOf(String name, @Nullable String fallback, KeyPath at) {
        var value = variables.get(name);
        if (value != null) {
            return value;
        }
        if (fallback != null) {
            return fallback;
        }
        throw at.refuse("the environment variable " + name + " is not set");
    }
}
