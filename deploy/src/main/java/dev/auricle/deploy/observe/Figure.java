package dev.auricle.deploy.observe;

import java.util.Locale;

/** Numbers as the screen shows them, whatever country the machine believes to be in. */
public final class Figure {
    private Figure() {}

    /** Three decimals; a dash where there was nothing to measure. */
    public static String of(double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.3f", value);
    }
}
