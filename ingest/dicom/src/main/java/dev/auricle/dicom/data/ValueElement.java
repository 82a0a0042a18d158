package dev.auricle.dicom.data;

import dev.auricle.dicom.dictionary.Tag;
import dev.auricle.dicom.dictionary.Vr;
import java.nio.ByteOrder;

/**
 * An element whose value is bytes.
 *
 * @param value as encoded, padding included
 * @param order the byte order of the numbers in it
 */
public record ValueElement(Tag tag, Vr vr, Bytes value, ByteOrder order) implements Element {
    @Override
    public boolean isEmpty() {
        return value.isEmpty();
    }
}
