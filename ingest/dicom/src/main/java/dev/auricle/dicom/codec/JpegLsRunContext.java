package dev.auricle.dicom.codec;

/** What has been learned of samples that end a run, where left and above are alike, or are not (T.87, A.7.2). */
final class JpegLsRunContext {
    private final int kind;
    private int sum;
    private int count = 1;
    private int negatives;

    JpegLsRunContext(JpegLsCoding coding, boolean alike) {
        kind = alike ? 1 : 0;
        sum = Math.max(2, (coding.range() + 32) >> 6);
    }

    /** The error of the next such sample, in steps. */
    int readError(JpegLsBits bits, JpegLsCoding coding, int limit) {
        int lowest = JpegLsGolomb.lowest(count, sum + (kind == 1 ? count >> 1 : 0));
        int mapped = JpegLsGolomb.read(bits, lowest, limit, coding.bits());
        int folded = mapped + kind;
        boolean odd = (folded & 1) == 1;
        int size = (folded + 1) >> 1;
        if (size > coding.range()) {
            throw new UnableToDecode("an error larger than any sample");
        }
        boolean negative = (lowest != 0 || 2 * negatives >= count) == odd;
        learn(negative && size != 0, mapped, coding);
        return negative ? -size : size;
    }

    private void learn(boolean negative, int mapped, JpegLsCoding coding) {
        negatives += negative ? 1 : 0;
        sum += (mapped + 1 - kind) >> 1;
        if (count == coding.reset()) {
            sum >>= 1;
            count >>= 1;
            negatives >>= 1;
        }
        count++;
    }
}
