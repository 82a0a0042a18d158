package dev.auricle.dicom.data;

import dev.auricle.dicom.dictionary.Dictionary;
import dev.auricle.dicom.dictionary.PixelRepresentation;
import dev.auricle.dicom.dictionary.Tag;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.Vr;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/**
 * Puts a data set together. Representations come from the dictionary; text is encoded after the Specific Character Set
 * that was put before it. A value that does not fit is refused with {@link UnableToEncodeValue}.
 */
public final class DataSetBuilder {
    private final SortedMap<Tag, Element> elements = new TreeMap<>();
    private CharacterSet characterSet = CharacterSet.DEFAULT;

    DataSetBuilder() {}

    public DataSetBuilder put(Element element) {
        elements.put(element.tag(), element);
        if (element.tag().equals(Tags.SPECIFIC_CHARACTER_SET)) {
            characterSet = CharacterSet.declaredBy(element);
        }
        return this;
    }

    /** Encodes the text to come in this set, as an item must that inherits it from what it will be an item of. */
    public DataSetBuilder encodedAs(CharacterSet set) {
        characterSet = set;
        return this;
    }

    /** The attribute without a value, as type 2 allows. */
    public DataSetBuilder empty(Tag tag) {
        var vr = representation(tag);
        return vr == Vr.SQ ? items(tag, List.of()) : value(tag, vr, new byte[0]);
    }

    /** One or several texts. */
    public DataSetBuilder set(Tag tag, String... texts) {
        var vr = representation(tag);
        if (!vr.isText()) {
            throw new UnableToEncodeValue(tag, "takes " + vr + ", not text");
        }
        if (texts.length > 1 && !vr.isMultiValued()) {
            throw new UnableToEncodeValue(tag, "takes one text only");
        }
        return text(tag, vr, String.join("\\", texts));
    }

    /** One or several integers, as text or binary, whichever the attribute takes. */
    public DataSetBuilder set(Tag tag, int... numbers) {
        return set(tag, Arrays.stream(numbers).asLongStream().toArray());
    }

    /** One or several integers of up to 64 bits, as text or binary, whichever the attribute takes. */
    public DataSetBuilder set(Tag tag, long... numbers) {
        var vr = representation(tag);
        return switch (vr) {
            case IS, DS ->
                text(tag, vr, Arrays.stream(numbers).mapToObj(Long::toString).collect(backslashed()));
            case US, SS, UL, SL, UV, SV -> value(tag, vr, Encoders.integers(tag, vr, numbers));
            case FL, FD -> set(tag, Arrays.stream(numbers).asDoubleStream().toArray());
            default -> throw new UnableToEncodeValue(tag, "takes " + vr + ", not integers");
        };
    }

    /** One or several numbers, as text or binary, whichever the attribute takes. */
    public DataSetBuilder set(Tag tag, double... numbers) {
        var vr = representation(tag);
        return switch (vr) {
            case DS ->
                text(
                        tag,
                        vr,
                        Arrays.stream(numbers)
                                .mapToObj(number -> Encoders.decimal(tag, number))
                                .collect(backslashed()));
            case FL, FD -> value(tag, vr, Encoders.floating(vr, numbers));
            default -> throw new UnableToEncodeValue(tag, "takes " + vr + ", not numbers with a fraction");
        };
    }

    /** Pointers to attributes. */
    public DataSetBuilder set(Tag tag, Tag... targets) {
        var buffer = ByteBuffer.allocate(4 * targets.length).order(ByteOrder.LITTLE_ENDIAN);
        for (var target : targets) {
            buffer.putShort((short) target.group()).putShort((short) target.element());
        }
        return value(tag, Vr.AT, buffer.array());
    }

    /** A sequence of these items. */
    public DataSetBuilder items(Tag tag, List<DataSet> items) {
        var encoded = items.stream()
                .map(item -> new SequenceElement.Item(item, LengthForm.DEFINED))
                .toList();
        return put(new SequenceElement(tag, Vr.SQ, encoded, LengthForm.DEFINED));
    }

    /** A sequence of these items. */
    public DataSetBuilder items(Tag tag, DataSet... items) {
        return items(tag, List.of(items));
    }

    /** A value of little-endian bytes, padded to even length. */
    public DataSetBuilder bytes(Tag tag, Vr vr, byte[] value) {
        return value(tag, vr, value);
    }

    /** Those of the attributes that the other data set has, as they are. */
    public DataSetBuilder copy(DataSet other, Tag... tags) {
        for (var tag : tags) {
            other.element(tag).ifPresent(this::put);
        }
        return this;
    }

    public DataSet build() {
        return DataSet.of(elements.values());
    }

    private DataSetBuilder text(Tag tag, Vr vr, String text) {
        var bytes = characterSet
                .encode(text, vr)
                .orElseThrow(() -> new UnableToEncodeValue(tag, "has a character outside the character set"));
        return value(tag, vr, bytes);
    }

    private DataSetBuilder value(Tag tag, Vr vr, byte[] bytes) {
        return put(new ValueElement(tag, vr, Bytes.wrap(Encoders.padded(vr, bytes)), ByteOrder.LITTLE_ENDIAN));
    }

    private Vr representation(Tag tag) {
        var pixels = elements.get(Tags.PIXEL_REPRESENTATION) instanceof ValueElement value && !value.isEmpty()
                ? PixelRepresentation.of(value.value().at(0))
                : PixelRepresentation.UNSIGNED;
        return Dictionary.standard().representation(tag, pixels);
    }

    private static Collector<CharSequence, ?, String> backslashed() {
        return Collectors.joining("\\");
    }
}
