package dev.auricle.dicom.deidentify;

import dev.auricle.dicom.data.Bytes;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.UnableToReadValue;
import dev.auricle.dicom.data.Value;
import dev.auricle.dicom.data.ValueElement;
import dev.auricle.dicom.dictionary.Tag;
import dev.auricle.dicom.dictionary.Vr;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Text in and out of elements. What is written here is ASCII, and so fits every character set. */
final class Text {
    private Text() {}

    /** An element with this text. */
    static ValueElement element(Tag tag, Vr vr, String ascii) {
        var bytes = ascii.getBytes(StandardCharsets.US_ASCII);
        var even = Arrays.copyOf(bytes, bytes.length + bytes.length % 2);
        if (even.length > bytes.length) {
            even[bytes.length] = vr.padding();
        }
        return new ValueElement(tag, vr, Bytes.wrap(even), ByteOrder.LITTLE_ENDIAN);
    }

    /** The texts of an attribute, if it has any that can be read. */
    static Optional<List<String>> of(DataSet dataSet, Tag tag) {
        return dataSet.find(tag).flatMap(Text::read);
    }

    /** The first text of an attribute; that of its bytes where the character set is unknown; none where it is blank. */
    static Optional<String> key(DataSet dataSet, Tag tag) {
        return dataSet.find(tag)
                .map(value -> read(value)
                        .map(texts -> texts.get(0))
                        .orElseGet(() -> value.bytes().string(StandardCharsets.ISO_8859_1)))
                .filter(text -> !text.isBlank());
    }

    private static Optional<List<String>> read(Value value) {
        try {
            return Optional.of(value.strings());
        } catch (UnableToReadValue unreadable) {
            return Optional.empty();
        }
    }
}
