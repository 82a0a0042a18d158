package dev.auricle.dicom.syntax;

/**
 * How much of a data set is read before it is refused.
 *
 * @param depth sequences within sequences
 * @param elementLength bytes of one value
 * @param total bytes of the data set, after inflating
 */
public record ReadLimits(int depth, long elementLength, long total) {
    /** 64 levels, and as much as one array holds. */
    public static final ReadLimits DEFAULT = new ReadLimits(64, Integer.MAX_VALUE - 16, Integer.MAX_VALUE - 16);

    public ReadLimits {
        if (depth < 1 || elementLength < 1 || total < 1) {
            throw new IllegalArgumentException("limits must be positive: depth " + depth + ", element length "
                    + elementLength + ", total " + total);
        }
    }

    /** These limits with another total, in bytes. */
    public ReadLimits withTotal(long bytes) {
        return new ReadLimits(depth, Math.min(elementLength, bytes), bytes);
    }
}
