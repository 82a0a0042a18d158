package dev.auricle.dicom.web;

/**
 * How much of a body of several parts is read before it is refused.
 *
 * @param parts how many there may be
 * @param headerBytes of the headers of one part
 * @param partBytes of one part: one instance
 * @param totalBytes of all of them
 */
public record MultipartLimits(int parts, int headerBytes, long partBytes, long totalBytes) {
    /** 10,000 parts with 16 KiB of headers, 4 GiB each, 64 GiB together. */
    public static final MultipartLimits DEFAULT = new MultipartLimits(10_000, 1 << 14, 1L << 32, 1L << 36);

    public MultipartLimits {
        if (parts < 1 || headerBytes < 1 || partBytes < 1 || totalBytes < 1) {
            throw new IllegalArgumentException("limits must be positive: parts " + parts + ", header bytes "
                    + headerBytes + ", part bytes " + partBytes + ", total bytes " + totalBytes);
        }
    }

    /** These limits with another for the bytes of one part. */
    public MultipartLimits withPartBytes(long bytes) {
        return new MultipartLimits(parts, headerBytes, bytes, totalBytes);
    }
}
