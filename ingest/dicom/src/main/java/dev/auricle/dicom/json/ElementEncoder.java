package dev.auricle.dicom.json;

import dev.auricle.dicom.data.Bytes;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.Element;
import dev.auricle.dicom.data.LengthForm;
import dev.auricle.dicom.data.SequenceElement;
import dev.auricle.dicom.data.ValueElement;
import dev.auricle.dicom.dictionary.Tag;
import dev.auricle.dicom.dictionary.Vr;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Values of the JSON model to elements: text in UTF-8, numbers little-endian. Empty where a value does not fit. */
final class ElementEncoder {
    private ElementEncoder() {}

    static Optional<Element> encode(Tag tag, Vr vr, List<JsonValue> values) {
        return switch (vr.kind()) {
            case ITEMS -> items(tag, values);
            case ASCII, TEXT, PARAGRAPHS -> text(vr, values).map(bytes -> element(tag, vr, bytes));
            case BYTES -> values.isEmpty() ? Optional.of(element(tag, vr, new byte[0])) : Optional.empty();
            default -> numbers(vr, values).map(bytes -> element(tag, vr, bytes));
        };
    }

    /** An element of these bytes, padded to even length. */
    static Element element(Tag tag, Vr vr, byte[] bytes) {
        var even = bytes.length % 2 == 0 ? bytes : Arrays.copyOf(bytes, bytes.length + 1);
        if (even.length > bytes.length) {
            even[bytes.length] = vr.padding();
        }
        return new ValueElement(tag, vr, Bytes.wrap(even), ByteOrder.LITTLE_ENDIAN);
    }

    private static Optional<Element> items(Tag tag, List<JsonValue> values) {
        if (!values.stream().allMatch(JsonValue.Item.class::isInstance)) {
            return Optional.empty();
        }
        var items = values.stream()
                .map(value -> new SequenceElement.Item(((JsonValue.Item) value).dataSet(), LengthForm.DEFINED))
                .toList();
        return Optional.of(new SequenceElement(tag, Vr.SQ, items, LengthForm.DEFINED));
    }

    private static Optional<byte[]> text(Vr vr, List<JsonValue> values) {
        var texts = values.stream().map(value -> text(vr, value)).toList();
        if (texts.stream().anyMatch(Optional::isEmpty) || (texts.size() > 1 && !vr.isMultiValued())) {
            return Optional.empty();
        }
        var joined = texts.stream().map(Optional::orElseThrow).collect(Collectors.joining("\\"));
        if (vr.kind() != Vr.Kind.ASCII) {
            return Optional.of(joined.getBytes(StandardCharsets.UTF_8));
        }
        // What stands outside the default repertoire is against the standard, and common; it is read as Latin-1.
        return joined.chars().allMatch(c -> c <= 0xFF)
                ? Optional.of(joined.getBytes(StandardCharsets.ISO_8859_1))
                : Optional.empty();
    }

    private static Optional<String> text(Vr vr, JsonValue value) {
        if (value instanceof JsonValue.Text text) {
            return Optional.of(text.text());
        }
        if (value instanceof JsonValue.Digits digits) {
            return switch (vr) {
                case DS -> JsonNumbers.decimalString(digits.digits());
                case IS ->
                    JsonNumbers.whole(digits.digits(), Integer.MIN_VALUE, Integer.MAX_VALUE)
                            .map(String::valueOf);
                default -> Optional.empty();
            };
        }
        if (value instanceof JsonValue.Name name && vr == Vr.PN) {
            return Optional.of(name.name());
        }
        boolean nameless = vr == Vr.PN
                && value instanceof JsonValue.Item item
                && item.dataSet().equals(DataSet.EMPTY);
        return nameless ? Optional.of("") : Optional.empty();
    }

    private static Optional<byte[]> numbers(Vr vr, List<JsonValue> values) {
        int size = vr == Vr.AT ? 4 : vr.wordSize();
        var buffer =
                ByteBuffer.allocate(Math.multiplyExact(size, values.size())).order(ByteOrder.LITTLE_ENDIAN);
        for (var value : values) {
            var digits = digits(value);
            if (digits.isEmpty() || !JsonNumbers.put(buffer, vr, digits.get())) {
                return Optional.empty();
            }
        }
        return Optional.of(buffer.array());
    }

    private static Optional<String> digits(JsonValue value) {
        if (value instanceof JsonValue.Digits number) {
            return Optional.of(number.digits());
        }
        return value instanceof JsonValue.Text text ? Optional.of(text.text()) : Optional.empty();
    }
}
