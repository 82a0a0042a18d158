package dev.auricle.dicom.codec;

/** What has been learned of samples whose gradients are alike (T.87, A.2.2 and A.6). */
final class JpegLsContext {
    private static final int MOST_CORRECTION = 127;

    private int sum;
    private int bias;
    private int correction;
    private int count = 1;

    JpegLsContext(JpegLsCoding coding) {
        sum = Math.max(2, (coding.range() + 32) >> 6);
    }

    /** What is added to an expected sample. */
    int correction() {
        return correction;
    }

    /** The error of the next sample, in steps. */
    int readError(JpegLsBits bits, JpegLsCoding coding) {
        int lowest = JpegLsGolomb.lowest(count, sum);
        int mapped = JpegLsGolomb.read(bits, lowest, coding.limit(), coding.bits());
        int error = (mapped & 1) == 0 ? mapped >> 1 : -((mapped + 1) >> 1);
        if (coding.near() == 0 && lowest == 0 && 2 * bias <= -count) {
            error = -error - 1;
        }
        if (Math.abs(error) > coding.range()) {
            throw new UnableToDecode("an error larger than any sample");
        }
        learn(error, coding);
        return error;
    }

    private void learn(int error, JpegLsCoding coding) {
        bias += error * (2 * coding.near() + 1);
        sum += Math.abs(error);
        if (count == coding.reset()) {
            sum >>= 1;
            bias >>= 1;
            count >>= 1;
        }
        count++;
        if (bias <= -count) {
            bias = Math.max(bias + count, 1 - count);
            correction = Math.max(correction - 1, -MOST_CORRECTION - 1);
        } else if (bias > 0) {
            bias = Math.min(bias - count, 0);
            correction = Math.min(correction + 1, MOST_CORRECTION);
        }
    }
}
