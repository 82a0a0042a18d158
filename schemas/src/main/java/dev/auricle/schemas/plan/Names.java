package dev.auricle.schemas.plan;

import java.util.Locale;
import java.util.regex.Pattern;

/** What federations and sites may be called: names that can stand in keys, file names and metrics. */
public final class Names {
    private static final Pattern VALID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,62}");

    private Names() {}

    /** Refuses anything else; {@code what} says whose name it is. */
    public static void require(String what, String name) {
        if (!VALID.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    what + " '" + name + "' is not a name: letters, digits, '.', '_', '-', at most 63");
        }
    }

    /** A constant as a plan's file has it. */
    static String inFile(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
