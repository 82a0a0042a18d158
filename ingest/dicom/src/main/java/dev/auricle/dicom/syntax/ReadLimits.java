package dev.auricle.dicom.syntax;

/**
 * How much of a data set is read before it is refused.
 *
 * @param depth sequences within sequences
 * @param elementLength bytes of one value; at most what one array holds
 * @param total bytes of the data set, after inflating; of what is held of it, where it is read from a stream in parts
 */
public record ReadLimits(int depth, long elementLength, long total) {
    private static final int LONGEST_ARRAY = Integer.MAX_VALUE - 16;

    /** 64 levels, and as much as one array holds. */
    public static final ReadLimits DEFAULT = new ReadLimits(64, LONGEST_ARRAY, LONGEST_ARRAY);

    public ReadLimits {
        if (depth < 1 || elementLength < 1 || total < 1) {
            throw new IllegalArgumentException("limits must be positive: depth " + depth + ", element length "
                    + elementLength + ", total " + total);
        }
        elementLength = Math.min(elementLength, LONGEST_ARRAY);
    }

    /** These limits with another total, in bytes. */
    public ReadLimits withTotal(long bytes) {
        return new ReadLimits(depth, Math.min(elementLength, bytes), bytes);
    }

    /** Refuses a value that is longer than the limit. */
    void check(ElementHeader header) {
        if (header.length() > elementLength) {
            throw new UnableToReadDataSet(Malformation.ELEMENT_TOO_LONG, header.position());
        }
    }
}
