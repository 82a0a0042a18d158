package dev.auricle.dicom.json;

import dev.auricle.dicom.data.ValueElement;
import dev.auricle.dicom.dictionary.Vr;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The numbers that a value's bytes are made of, whatever their byte order. */
final class Words {
    private Words() {}

    /** The value, for reading number by number. */
    static ByteBuffer of(ValueElement element) {
        int unit = element.vr() == Vr.AT ? 4 : element.vr().wordSize();
        if (element.value().size() % unit != 0) {
            throw new UnableToWriteJson(element.tag(), "is not a whole number of words");
        }
        return element.value().buffer(element.order());
    }

    /** The value in the byte order of an InlineBinary. */
    static byte[] littleEndian(ValueElement element) {
        int unit = element.vr().wordSize();
        if (unit == 1 || element.order() == ByteOrder.LITTLE_ENDIAN) {
            return element.value().toArray();
        }
        var words = of(element);
        var swapped = ByteBuffer.allocate(words.remaining()).order(ByteOrder.LITTLE_ENDIAN);
        while (words.hasRemaining()) {
            switch (unit) {
                case 2 -> swapped.putShort(words.getShort());
                case 4 -> swapped.putInt(words.getInt());
                default -> swapped.putLong(words.getLong());
            }
        }
        return swapped.array();
    }
}
