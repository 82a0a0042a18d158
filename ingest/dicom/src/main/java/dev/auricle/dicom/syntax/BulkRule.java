package dev.auricle.dicom.syntax;

import dev.auricle.dicom.dictionary.Tag;

/** Which elements of a {@link DicomStream} are read in parts. Sequences never are, nor are elements of their items. */
@FunctionalInterface
public interface BulkRule {
    /** Pixel Data, Float Pixel Data and Double Float Pixel Data. */
    BulkRule PIXELS = (tag, length) -> tag.group() == 0x7FE0 && tag.element() >= 0x0008 && tag.element() <= 0x0010;

    /** Every value of more than so many bytes, and all that is in fragments. */
    static BulkRule longerThan(long bytes) {
        return (tag, length) -> length > bytes;
    }

    /**
     * Whether the element is read in parts.
     *
     * @param length in bytes; {@link Long#MAX_VALUE} of fragments, whose length only shows
     */
    boolean isBulk(Tag tag, long length);
}
