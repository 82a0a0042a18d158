package dev.auricle.dicom.codec;

/**
 * What a scan is coded with (T.87, A.2.1 and C.2.4.1.1).
 *
 * @param most the largest sample, MAXVAL
 * @param near how far a sample may be from what it was
 * @param first threshold of gradients, T1; {@code second} and {@code third} are T2 and T3
 * @param range of errors of prediction
 * @param bits that an error takes when it is written out
 * @param limit of the length of a code
 */
record JpegLsCoding(int most, int near, int first, int second, int third, int reset, int range, int bits, int limit) {
    private static final int DEFAULT_RESET = 64;
    private static final int FINE = 128;

    static JpegLsCoding of(JpegLsPresets presets, int precision, int near) {
        int deepest = (1 << precision) - 1;
        int most = presets.most() == 0 ? deepest : presets.most();
        if (most > deepest || near > Math.min(255, most / 2)) {
            throw new UnableToDecode("JPEG-LS samples up to " + most + ", " + near + " near");
        }
        int range = (most + 2 * near) / (2 * near + 1) + 1;
        int depth = Math.max(2, ceilLog2(most + 1));
        int reset = presets.reset() == 0 ? DEFAULT_RESET : presets.reset();
        var thresholds = thresholds(presets, most, near);
        return new JpegLsCoding(
                most,
                near,
                thresholds[0],
                thresholds[1],
                thresholds[2],
                reset,
                range,
                ceilLog2(range),
                2 * (depth + Math.max(8, depth)));
    }

    private static int[] thresholds(JpegLsPresets presets, int most, int near) {
        int[] defaults = most >= FINE ? fine(most, near) : coarse(most, near);
        int first = presets.first() == 0 ? clamp(defaults[0], near + 1, most) : presets.first();
        int second = presets.second() == 0 ? clamp(defaults[1], first, most) : presets.second();
        int third = presets.third() == 0 ? clamp(defaults[2], second, most) : presets.third();
        if (first <= near || second < first || third < second || third > most) {
            throw new UnableToDecode("JPEG-LS thresholds " + first + ", " + second + " and " + third);
        }
        return new int[] {first, second, third};
    }

    private static int[] fine(int most, int near) {
        int factor = (Math.min(most, 4095) + 128) / 256;
        return new int[] {factor + 2 + 3 * near, 4 * factor + 3 + 5 * near, 17 * factor + 4 + 7 * near};
    }

    private static int[] coarse(int most, int near) {
        int factor = 256 / (most + 1);
        return new int[] {
            Math.max(2, 3 / factor + 3 * near), Math.max(3, 7 / factor + 5 * near), Math.max(4, 21 / factor + 7 * near)
        };
    }

    private static int clamp(int value, int least, int most) {
        return value > most || value < least ? least : value;
    }

    private static int ceilLog2(int value) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(value - 1);
    }

    /** The region that a gradient lies in, -4 to 4. */
    int region(int gradient) {
        int size = Math.abs(gradient);
        if (size <= near) {
            return 0;
        }
        int region = size < first ? 1 : size < second ? 2 : size < third ? 3 : 4;
        return gradient < 0 ? -region : region;
    }

    /** A sample from what was expected and the error, in steps (T.87, A.4.4 and A.4.5). */
    int sample(int expected, int error) {
        int step = 2 * near + 1;
        int sample = expected + error * step;
        if (sample < -near) {
            sample += range * step;
        } else if (sample > most + near) {
            sample -= range * step;
        }
        return Math.max(0, Math.min(sample, most));
    }
}
