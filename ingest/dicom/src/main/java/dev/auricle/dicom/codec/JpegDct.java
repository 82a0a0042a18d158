package dev.auricle.dicom.codec;

/**
 * The inverse discrete cosine transform of a block of 8 × 8 (T.81, A.3.3) in whole numbers: Loeffler, Ligtenberg,
 * Moschytz, "Practical fast 1-D DCT algorithms with 11 multiplications" (ICASSP 1989), columns first. Constants have 13
 * bits behind the point and columns keep 2, or 1 for samples of 12 bits, so that results are the same, bit for bit, as
 * those of the Independent JPEG Group's accurate integer method, which most of medicine decodes with.
 */
final class JpegDct {
    static final int SIZE = 8;

    private static final int POINT = 13;

    private static final int C0_298 = 2446;
    private static final int C0_390 = 3196;
    private static final int C0_541 = 4433;
    private static final int C0_765 = 6270;
    private static final int C0_899 = 7373;
    private static final int C1_175 = 9633;
    private static final int C1_501 = 12299;
    private static final int C1_847 = 15137;
    private static final int C1_961 = 16069;
    private static final int C2_053 = 16819;
    private static final int C2_562 = 20995;
    private static final int C3_072 = 25172;

    private final int kept;
    private final int centre;
    private final int[] block = new int[SIZE * SIZE];

    JpegDct(int precision) {
        kept = precision == 8 ? 2 : 1;
        centre = 1 << (precision - 1);
    }

    /** Puts the samples of a block, whose coefficients are multiplied already, into their place of the plane. */
    void apply(int[] coefficients, short[] plane, int at, int stride) {
        System.arraycopy(coefficients, 0, block, 0, block.length);
        for (int column = 0; column < SIZE; column++) {
            transform(column, SIZE, POINT - kept);
        }
        for (int row = 0; row < SIZE; row++) {
            transform(row * SIZE, 1, POINT + kept + 3);
            for (int column = 0; column < SIZE; column++) {
                int sample = block[row * SIZE + column] + centre;
                plane[at + row * stride + column] = (short) Math.max(0, Math.min(sample, 2 * centre - 1));
            }
        }
    }

    private void transform(int from, int step, int shift) {
        int even = (block[from + 2 * step] + block[from + 6 * step]) * C0_541;
        int even2 = even - block[from + 6 * step] * C1_847;
        int even3 = even + block[from + 2 * step] * C0_765;
        int sum = (block[from] + block[from + 4 * step]) << POINT;
        int difference = (block[from] - block[from + 4 * step]) << POINT;

        int a = block[from + 7 * step];
        int b = block[from + 5 * step];
        int c = block[from + 3 * step];
        int d = block[from + step];
        int all = (a + b + c + d) * C1_175;
        int ac = all - (a + c) * C1_961;
        int bd = all - (b + d) * C0_390;
        int ad = -(a + d) * C0_899;
        int bc = -(b + c) * C2_562;

        spread(from, from + 7 * step, sum + even3, d * C1_501 + ad + bd, shift);
        spread(from + step, from + 6 * step, difference + even2, c * C3_072 + bc + ac, shift);
        spread(from + 2 * step, from + 5 * step, difference - even2, b * C2_053 + bc + bd, shift);
        spread(from + 3 * step, from + 4 * step, sum - even3, a * C0_298 + ad + ac, shift);
    }

    private void spread(int first, int last, int even, int odd, int shift) {
        int half = 1 << (shift - 1);
        block[first] = (even + odd + half) >> shift;
        block[last] = (even - odd + half) >> shift;
    }
}
