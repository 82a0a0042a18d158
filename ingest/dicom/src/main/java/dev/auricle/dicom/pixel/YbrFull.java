package dev.auricle.dicom.pixel;

/**
 * Luminance and two differences to red, green and blue (PS3.3, C.7.6.3.1.2; ITU-R BT.601). Whole numbers of 16 bits
 * behind the point, rounded once for green and blue and red each.
 */
final class YbrFull {
    private static final int POINT = 16;
    private static final int HALF = 1 << (POINT - 1);
    private static final int RED = fixed(1.402);
    private static final int GREEN_OF_BLUE = fixed(0.34414);
    private static final int GREEN_OF_RED = fixed(0.71414);
    private static final int BLUE = fixed(1.772);

    private YbrFull() {}

    private static int fixed(double factor) {
        return (int) Math.round(factor * (1 << POINT));
    }

    /** Turns triples into others in their place. */
    static void toRgb(int[] colours, int bits) {
        int most = (1 << bits) - 1;
        int centre = 1 << (bits - 1);
        for (int i = 0; i < colours.length; i += 3) {
            int luminance = colours[i];
            long blue = (long) colours[i + 1] - centre;
            long red = (long) colours[i + 2] - centre;
            colours[i] = clamped(luminance + ((RED * red + HALF) >> POINT), most);
            colours[i + 1] = clamped(luminance + ((-GREEN_OF_BLUE * blue - GREEN_OF_RED * red + HALF) >> POINT), most);
            colours[i + 2] = clamped(luminance + ((BLUE * blue + HALF) >> POINT), most);
        }
    }

    private static int clamped(long value, int most) {
        return (int) Math.max(0, Math.min(value, most));
    }
}
