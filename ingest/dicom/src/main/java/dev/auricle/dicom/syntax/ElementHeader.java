package dev.auricle.dicom.syntax;

import dev.auricle.dicom.dictionary.Tag;
import dev.auricle.dicom.dictionary.Vr;

/**
 * What stands in front of a value.
 *
 * @param vr meaningless for delimiters
 * @param length in bytes, or {@link #UNDEFINED}
 * @param position where the header begins, in bytes
 */
record ElementHeader(Tag tag, Vr vr, long length, long position) {
    static final long UNDEFINED = 0xFFFFFFFFL;

    boolean isUndefined() {
        return length == UNDEFINED;
    }

    boolean isDelimiter() {
        return tag.group() == Delimiters.GROUP;
    }
}
