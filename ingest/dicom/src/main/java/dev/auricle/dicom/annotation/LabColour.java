package dev.auricle.dicom.annotation;

/**
 * A colour as DICOM stores it: CIELab under D50, each component scaled to 0 to 65535 (PS3.3, C.10.7.1.1).
 *
 * @param lightness L* of 0 to 100
 * @param a of -128 to 127
 * @param b of -128 to 127
 */
public record LabColour(int lightness, int a, int b) {
    private static final double EPSILON = 216.0 / 24389;
    private static final double KAPPA = 24389.0 / 27;
    private static final double WHITE_X = 0.9642;
    private static final double WHITE_Z = 0.8249;

    public LabColour {
        for (int component : new int[] {lightness, a, b}) {
            if (component < 0 || component > 0xFFFF) {
                throw new IllegalArgumentException("a component must be 0 to 65535, got " + component);
            }
        }
    }

    /** The colour of a screen's 0xRRGGBB (sRGB), adapted from D65 to D50 after Bradford. */
    public static LabColour ofRgb(int rgb) {
        double red = linear(rgb >> 16 & 0xFF);
        double green = linear(rgb >> 8 & 0xFF);
        double blue = linear(rgb & 0xFF);
        double x = f((0.4360747 * red + 0.3850649 * green + 0.1430804 * blue) / WHITE_X);
        double y = f(0.2225045 * red + 0.7168786 * green + 0.0606169 * blue);
        double z = f((0.0139322 * red + 0.0971045 * green + 0.7141733 * blue) / WHITE_Z);
        return new LabColour(
                scaled((116 * y - 16) / 100), scaled((500 * (x - y) + 128) / 255), scaled((200 * (y - z) + 128) / 255));
    }

    private static double linear(int component) {
        double value = component / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    private static double f(double t) {
        return t > EPSILON ? Math.cbrt(t) : (KAPPA * t + 16) / 116;
    }

    private static int scaled(double fraction) {
        return (int) Math.round(Math.max(0, Math.min(1, fraction)) * 0xFFFF);
    }
}
