package dev.auricle.dicom.syntax;

import dev.auricle.dicom.data.Bytes;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.Element;
import dev.auricle.dicom.data.LengthForm;
import dev.auricle.dicom.data.SequenceElement;
import dev.auricle.dicom.data.ValueElement;
import dev.auricle.dicom.dictionary.Tag;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.Vr;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Data sets of attributes the dictionary knows, with values of any bytes, the same for the same seed. */
final class RandomDataSets {
    private static final List<Tag> SEQUENCES = List.of(
            Tags.REFERENCED_SERIES_SEQUENCE, Tags.DERIVATION_IMAGE_SEQUENCE, Tags.SHARED_FUNCTIONAL_GROUPS_SEQUENCE);
    private static final List<ValueElement> SHAPES = List.of(
            shape(Tags.SOP_INSTANCE_UID, Vr.UI),
            shape(Tags.PATIENT_NAME, Vr.PN),
            shape(Tags.PATIENT_COMMENTS, Vr.LT),
            shape(Tags.ROWS, Vr.US),
            shape(Tags.SLICE_LOCATION, Vr.DS),
            shape(Tags.DIMENSION_INDEX_VALUES, Vr.UL),
            shape(Tags.DIMENSION_INDEX_POINTER, Vr.AT),
            shape(Tag.of(0x0018, 0x9087), Vr.FD),
            shape(Tag.of(0x0070, 0x0022), Vr.FL),
            shape(Tag.of(0x0009, 0x0010), Vr.LO),
            shape(Tag.of(0x0009, 0x1001), Vr.UN),
            shape(Tag.of(0x7FE0, 0x0001), Vr.OV),
            shape(Tags.PIXEL_DATA, Vr.OW));

    private final Random random;

    RandomDataSets(long seed) {
        this.random = new Random(seed);
    }

    DataSet next() {
        return dataSet(3);
    }

    private DataSet dataSet(int depth) {
        var elements = new ArrayList<Element>();
        SHAPES.stream().filter(shape -> random.nextBoolean()).map(this::filled).forEach(elements::add);
        if (depth > 0) {
            SEQUENCES.stream()
                    .filter(tag -> random.nextInt(3) == 0)
                    .map(tag -> sequence(tag, depth - 1))
                    .forEach(elements::add);
        }
        return DataSet.of(elements);
    }

    private Element filled(ValueElement shape) {
        var value = new byte[random.nextInt(6) * 8];
        random.nextBytes(value);
        return new ValueElement(shape.tag(), shape.vr(), Bytes.wrap(value), shape.order());
    }

    private Element sequence(Tag tag, int depth) {
        var items = Stream.generate(() -> new SequenceElement.Item(dataSet(depth), form()))
                .limit(random.nextInt(3))
                .toList();
        return new SequenceElement(tag, Vr.SQ, items, form());
    }

    private LengthForm form() {
        return random.nextBoolean() ? LengthForm.DEFINED : LengthForm.UNDEFINED;
    }

    private static ValueElement shape(Tag tag, Vr vr) {
        return new ValueElement(tag, vr, Bytes.EMPTY, ByteOrder.LITTLE_ENDIAN);
    }
}
