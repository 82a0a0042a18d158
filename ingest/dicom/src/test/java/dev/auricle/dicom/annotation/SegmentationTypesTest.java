package dev.auricle.dicom.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.DataSetBuilder;
import dev.auricle.dicom.dictionary.DicomException;
import dev.auricle.dicom.dictionary.SopClass;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.dictionary.Vr;
import dev.auricle.dicom.space.Geometry;
import dev.auricle.dicom.space.Orientation;
import dev.auricle.dicom.space.PlaneGrid;
import dev.auricle.dicom.space.SlicePlane;
import dev.auricle.dicom.space.Vector;
import dev.auricle.dicom.syntax.DataSetReader;
import dev.auricle.dicom.syntax.DataSetWriter;
import dev.auricle.dicom.syntax.ReadLimits;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Fractions and label maps, on a stack of 3 slices of 2 rows and 3 columns. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SegmentationTypesTest {
    private static final Geometry STACK = new Geometry(
            new SlicePlane(
                    new Vector(0, 0, 0),
                    new Orientation(new Vector(1, 0, 0), new Vector(0, 1, 0)),
                    new PlaneGrid(2, 3, 1, 1)),
            2,
            3);
    private static final byte[] FRACTIONS = {0, 100, 127, (byte) 128, (byte) 200, (byte) 255};

    @ParameterizedTest
    @CsvSource({"PROBABILITY, 0.5, 3", "OCCUPANCY, 0.5, 3", "OCCUPANCY, 0.3, 5", "PROBABILITY, 1, 1"})
    void a_pixel_is_in_a_segment_by_the_fraction_that_the_threshold_asks_for(
            String kind, double threshold, int inside) {
        // Given
        var object = fractional(kind, FRACTIONS);
        // When
        var mask = SegmentationReader.read(object, threshold).mask(1, STACK);
        // Then
        assertThat(mask.count(1)).isEqualTo(inside);
        assertThat(mask.labels()[6 + 5]).as("the last pixel of slice 1").isEqualTo((byte) 1);
    }

    @Test
    void a_fraction_is_one_of_the_greatest_that_the_object_names() {
        var object = fractional("PROBABILITY", new byte[] {0, 1, 2, 3, 4, 5}).toBuilder()
                .set(Tags.MAXIMUM_FRACTIONAL_VALUE, 4)
                .build();
        assertThat(SegmentationReader.read(object).mask(1, STACK).count(1)).isEqualTo(4);
    }

    @Test
    void a_label_map_of_8_bits_shows_every_segment_and_no_background() {
        // When
        var segmentation = SegmentationReader.read(labelMap8(0, 1, 2, 2, 7, 0));
        // Then
        assertThat(segmentation.segments().keySet()).containsExactly(1, 2, 300);
        assertThat(segmentation.mask(1, STACK).count(1)).isEqualTo(1);
        assertThat(segmentation.mask(2, STACK).count(1)).isEqualTo(2);
        assertThat(segmentation.mask(300, STACK).count(1)).isZero();
    }

    @Test
    void the_background_of_a_label_map_is_what_its_padding_value_says() {
        var object = labelMap8(2, 2, 1, 2, 0, 2).toBuilder()
                .set(Tags.PIXEL_PADDING_VALUE, 2)
                .build();
        assertThat(SegmentationReader.read(object).segments().keySet()).containsExactly(0, 1, 300);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1.2.840.10008.1.2", "1.2.840.10008.1.2.1", "1.2.840.10008.1.2.2", "1.2.840.10008.1.2.1.99"})
    void a_label_map_of_16_bits_is_read_from_every_uncompressed_encoding(String uid) {
        // Given
        var syntax = TransferSyntax.of(uid).orElseThrow();
        var words = new byte[] {0, 0, 44, 1, 1, 0, 44, 1, 0, 0, 0, 2};
        var object = labelMap(Short.SIZE, List.of(patient(1)), words);
        // When
        var read = encodedAs(syntax, object);
        // Then
        assertThat(SegmentationReader.read(read).mask(300, STACK).count(1)).isEqualTo(2);
        assertThat(SegmentationReader.read(read).mask(1, STACK).count(1)).isEqualTo(1);
    }

    @Test
    void frames_come_in_any_order_and_slices_without_one_are_empty() {
        // Given
        var object =
                labelMap(Byte.SIZE, List.of(patient(2), patient(0)), new byte[] {1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0});
        // When
        var mask = SegmentationReader.read(object).mask(1, STACK);
        // Then
        assertThat(bySlice(mask.labels())).containsExactly(1, 0, 6);
    }

    @Test
    void a_frame_without_a_position_lies_on_the_image_it_was_made_of() {
        // Given
        var object = labelMap(Byte.SIZE, List.of(source("1.2.3", 0), source("1.2.4", 7)), new byte[] {
            1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0
        });
        var images = ImageStack.of(
                STACK,
                "1.2.9",
                List.of(new ImageReference("1.2.5"), new ImageReference("1.2.4", 7), new ImageReference("1.2.3")));
        // When
        var mask = SegmentationReader.read(object).mask(1, images);
        // Then
        assertThat(bySlice(mask.labels())).containsExactly(0, 1, 6);
    }

    @Test
    void a_frame_without_a_position_is_refused_where_its_image_is_not() {
        // Given
        var segmentation = SegmentationReader.read(labelMap(Byte.SIZE, List.of(source("1.2.3", 0)), new byte[6]));
        var wider = new Geometry(
                new SlicePlane(STACK.first().position(), STACK.first().orientation(), new PlaneGrid(2, 4, 1, 1)), 2, 3);
        // Then
        assertThatThrownBy(segmentation::geometry).isInstanceOf(UnableToReadAnnotation.class);
        assertThatThrownBy(() -> segmentation.mask(1, STACK)).isInstanceOf(UnableToReadAnnotation.class);
        assertThatThrownBy(
                        () -> segmentation.mask(1, ImageStack.of(wider, "1.2.9", List.of(new ImageReference("1.2.3")))))
                .isInstanceOf(UnableToReadAnnotation.class);
    }

    @Test
    void a_segment_was_drawn_by_the_algorithm_that_did_so_by_itself_else_by_the_creator() {
        // Given
        var object = labelMap8(0, 1, 2, 2, 7, 0);
        var automatic = object.items(Tags.SEGMENT_SEQUENCE).get(1).toBuilder()
                .set(Tags.SEGMENT_ALGORITHM_TYPE, "AUTOMATIC")
                .set(Tags.SEGMENT_ALGORITHM_NAME, "Finder")
                .build();
        // When
        var segmentation = SegmentationReader.read(object.toBuilder()
                .set(Tags.CONTENT_CREATOR_NAME, "Doe^Jane")
                .items(
                        Tags.SEGMENT_SEQUENCE,
                        automatic,
                        object.items(Tags.SEGMENT_SEQUENCE).get(2))
                .build());
        // Then
        assertThat(segmentation.annotator(1)).isEqualTo(Annotator.program("Finder"));
        assertThat(segmentation.annotator(2)).isEqualTo(Annotator.person("Doe^Jane"));
        assertThat(SegmentationReader.read(object).annotator(1)).isEqualTo(Annotator.UNKNOWN);
    }

    @Test
    void a_frame_without_position_or_image_is_refused() {
        var object = labelMap(Byte.SIZE, List.of(DataSet.EMPTY), new byte[6]);
        assertThatThrownBy(() -> SegmentationReader.read(object)).isInstanceOf(DicomException.class);
    }

    @ParameterizedTest
    @CsvSource({"BINARY, 8", "FRACTIONAL, 1", "LABELMAP, 1", "LABELMAP, 32", "SURFACE, 8"})
    void a_type_in_other_bits_than_its_own_is_refused(String type, int bits) {
        var object = labelMap8(0, 0, 0, 0, 0, 0).toBuilder()
                .set(Tags.SEGMENTATION_TYPE, type)
                .set(Tags.BITS_ALLOCATED, bits)
                .build();
        assertThatThrownBy(() -> SegmentationReader.read(object)).isInstanceOf(UnableToReadAnnotation.class);
    }

    @Test
    void more_pixels_than_there_are_bytes_are_refused() {
        var object = labelMap8(0, 0, 0, 0, 0, 0).toBuilder()
                .set(Tags.ROWS, 0xFFFF)
                .set(Tags.COLUMNS, 0xFFFF)
                .build();
        var shorter = labelMap(Short.SIZE, List.of(patient(0)), new byte[10]);
        assertThatThrownBy(() -> SegmentationReader.read(object)).isInstanceOf(UnableToReadAnnotation.class);
        assertThatThrownBy(() -> SegmentationReader.read(shorter)).isInstanceOf(UnableToReadAnnotation.class);
    }

    /** A frame on slice 1. */
    private static DataSet fractional(String kind, byte... samples) {
        return object(SopClass.SEGMENTATION, List.of(patient(1)), samples)
                .set(Tags.SEGMENTATION_TYPE, "FRACTIONAL")
                .set(Tags.SEGMENTATION_FRACTIONAL_TYPE, kind)
                .set(Tags.MAXIMUM_FRACTIONAL_VALUE, 255)
                .set(Tags.BITS_ALLOCATED, 8)
                .build();
    }

    /** A frame on slice 1. */
    private static DataSet labelMap8(int... numbers) {
        var samples = new byte[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            samples[i] = (byte) numbers[i];
        }
        return labelMap(Byte.SIZE, List.of(patient(1)), samples);
    }

    private static DataSet labelMap(int bits, List<DataSet> frames, byte[] samples) {
        return object(SopClass.LABEL_MAP_SEGMENTATION, frames, samples)
                .set(Tags.SEGMENTATION_TYPE, "LABELMAP")
                .set(Tags.BITS_ALLOCATED, bits)
                .build();
    }

    private static DataSetBuilder object(SopClass sopClass, List<DataSet> frames, byte[] samples) {
        return DataSet.builder()
                .set(Tags.SOP_CLASS_UID, sopClass.uid())
                .set(Tags.FRAME_OF_REFERENCE_UID, "1.2.9")
                .set(Tags.ROWS, 2)
                .set(Tags.COLUMNS, 3)
                .set(Tags.NUMBER_OF_FRAMES, frames.size())
                .items(
                        Tags.SEGMENT_SEQUENCE,
                        IntStream.of(0, 1, 2, 300)
                                .mapToObj(number -> DataSet.builder()
                                        .set(Tags.SEGMENT_NUMBER, number)
                                        .set(Tags.SEGMENT_LABEL, "segment " + number)
                                        .build())
                                .toList())
                .items(Tags.SHARED_FUNCTIONAL_GROUPS_SEQUENCE, shared())
                .items(Tags.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, frames)
                .bytes(Tags.PIXEL_DATA, samples.length > 6 ? Vr.OW : Vr.OB, samples);
    }

    private static DataSet shared() {
        return DataSet.builder()
                .items(
                        Tags.PIXEL_MEASURES_SEQUENCE,
                        DataSet.builder().set(Tags.PIXEL_SPACING, 1, 1).build())
                .items(
                        Tags.PLANE_ORIENTATION_SEQUENCE,
                        DataSet.builder()
                                .set(Tags.IMAGE_ORIENTATION_PATIENT, 1, 0, 0, 0, 1, 0)
                                .build())
                .items(
                        Tags.SEGMENT_IDENTIFICATION_SEQUENCE,
                        DataSet.builder().set(Tags.REFERENCED_SEGMENT_NUMBER, 1).build())
                .build();
    }

    private static DataSet patient(int slice) {
        return DataSet.builder()
                .items(
                        Tags.PLANE_POSITION_SEQUENCE,
                        DataSet.builder()
                                .set(Tags.IMAGE_POSITION_PATIENT, 0, 0, 2 * slice)
                                .build())
                .build();
    }

    private static DataSet source(String uid, int frame) {
        var image = DataSet.builder().set(Tags.REFERENCED_SOP_INSTANCE_UID, uid);
        if (frame > 0) {
            image.set(Tags.REFERENCED_FRAME_NUMBER, frame);
        }
        return DataSet.builder()
                .items(
                        Tags.DERIVATION_IMAGE_SEQUENCE,
                        DataSet.builder()
                                .items(Tags.SOURCE_IMAGE_SEQUENCE, image.build())
                                .build())
                .build();
    }

    private static DataSet encodedAs(TransferSyntax syntax, DataSet object) {
        var bytes = DataSetWriter.write(object, syntax);
        return new DataSetReader(ReadLimits.DEFAULT).read(bytes, syntax);
    }

    private static int[] bySlice(byte[] labels) {
        return IntStream.range(0, 3)
                .map(slice -> {
                    int sum = 0;
                    for (byte label : Arrays.copyOfRange(labels, 6 * slice, 6 * slice + 6)) {
                        sum += label;
                    }
                    return sum;
                })
                .toArray();
    }
}
