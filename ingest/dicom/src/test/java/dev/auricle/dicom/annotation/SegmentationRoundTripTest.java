package dev.auricle.dicom.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.auricle.dicom.data.Bytes;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.UnableToEncodeValue;
import dev.auricle.dicom.dictionary.Tag;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.space.Geometry;
import dev.auricle.dicom.space.Mask;
import dev.auricle.dicom.syntax.DataSetReader;
import dev.auricle.dicom.syntax.DataSetWriter;
import dev.auricle.dicom.syntax.ReadLimits;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SegmentationRoundTripTest {
    private final SourceSeries source = Phantom.source();
    private final Mask labels = Phantom.mask(source, 2, 1);
    private final List<SegmentMask> segments =
            List.of(new SegmentMask(Phantom.LIVER, labels, 1), new SegmentMask(Phantom.TUMOUR, labels, 2));
    private final DataSet written = new SegmentationWriter(Phantom.IDENTITY, Phantom.CONTENT).write(source, segments);

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void what_was_written_is_read_as_the_same_masks(long seed) {
        // Given
        var overlapping = List.of(
                new SegmentMask(Phantom.LIVER, Phantom.mask(source, 1, seed), 1),
                new SegmentMask(Phantom.TUMOUR, Phantom.mask(source, 1, seed + 100), 1));
        var object = new SegmentationWriter(Phantom.IDENTITY, Phantom.CONTENT).write(source, overlapping);
        // When
        var read = SegmentationReader.read(encodedAndRead(object));
        // Then
        assertThat(read.mask(1, source.geometry()).labels())
                .isEqualTo(overlapping.get(0).mask().labels());
        assertThat(read.mask(2, source.geometry()).labels())
                .isEqualTo(overlapping.get(1).mask().labels());
        assertThat(object.require(Tags.SEGMENTS_OVERLAP).string()).isEqualTo("YES");
    }

    @Test
    void the_segmentation_s_own_geometry_is_that_of_the_images() {
        // When
        var geometry = SegmentationReader.read(written).geometry();
        // Then
        assertThat(geometry.slices()).isEqualTo(5);
        assertThat(geometry.sliceSpacing()).isCloseTo(source.geometry().sliceSpacing(), within(1e-9));
        assertThat(geometry.first()).isEqualTo(source.geometry().first());
    }

    @Test
    void segments_are_read_as_they_were_described() {
        assertThat(SegmentationReader.read(written).segments())
                .containsEntry(1, Phantom.LIVER)
                .containsEntry(2, Phantom.TUMOUR);
    }

    @Test
    void every_slice_of_every_segment_has_a_frame_also_where_it_is_empty() {
        // Given
        var frames = written.items(Tags.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE);
        // When
        var places = frames.stream()
                .map(frame -> List.of(
                        value(frame, Tags.SEGMENT_IDENTIFICATION_SEQUENCE, Tags.REFERENCED_SEGMENT_NUMBER),
                        value(frame, Tags.FRAME_CONTENT_SEQUENCE, Tags.DIMENSION_INDEX_VALUES)))
                .toList();
        // Then
        assertThat(written.require(Tags.NUMBER_OF_FRAMES).integer()).isEqualTo(10);
        assertThat(places)
                .containsExactlyElementsOf(IntStream.range(0, 10)
                        .mapToObj(i -> List.of(List.of(i / 5 + 1), List.of(i / 5 + 1, i % 5 + 1)))
                        .toList());
    }

    @Test
    void positions_orientation_and_spacing_are_the_images_own_texts() {
        // Given
        var frames = written.items(Tags.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE);
        var shared = written.requireItem(Tags.SHARED_FUNCTIONAL_GROUPS_SEQUENCE);
        // Then
        for (int i = 0; i < frames.size(); i++) {
            assertThat(frames.get(i)
                            .requireItem(Tags.PLANE_POSITION_SEQUENCE)
                            .require(Tags.IMAGE_POSITION_PATIENT)
                            .bytes())
                    .isEqualTo(source.headers()
                            .get(i % 5)
                            .require(Tags.IMAGE_POSITION_PATIENT)
                            .bytes());
        }
        assertThat(shared.requireItem(Tags.PLANE_ORIENTATION_SEQUENCE)
                        .require(Tags.IMAGE_ORIENTATION_PATIENT)
                        .strings())
                .containsExactly("1", "0", "0", "0", "0.8", "0.6");
        var measures = shared.requireItem(Tags.PIXEL_MEASURES_SEQUENCE);
        assertThat(measures.require(Tags.PIXEL_SPACING).strings()).containsExactly("0.70", "0.90");
        assertThat(measures.require(Tags.SLICE_THICKNESS).string()).isEqualTo("2");
        assertThat(measures.require(Tags.SPACING_BETWEEN_SLICES).number()).isCloseTo(2.2, within(1e-6));
        assertThat(written.require(Tags.FRAME_OF_REFERENCE_UID).string()).isEqualTo("1.2.9");
    }

    @Test
    void every_frame_refers_to_the_image_it_lies_on_and_the_series_lists_them_all() {
        // Given
        var frames = written.items(Tags.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE);
        var series = written.requireItem(Tags.REFERENCED_SERIES_SEQUENCE);
        // Then
        for (int i = 0; i < frames.size(); i++) {
            var derivation = frames.get(i).requireItem(Tags.DERIVATION_IMAGE_SEQUENCE);
            var image = derivation.requireItem(Tags.SOURCE_IMAGE_SEQUENCE);
            assertThat(image.require(Tags.REFERENCED_SOP_INSTANCE_UID).string()).isEqualTo("1.2.3.4." + i % 5);
            assertThat(Code.of(derivation.requireItem(Tags.DERIVATION_CODE_SEQUENCE)))
                    .isEqualTo(Code.SEGMENTATION);
            assertThat(Code.of(image.requireItem(Tags.PURPOSE_OF_REFERENCE_CODE_SEQUENCE)))
                    .isEqualTo(Code.SOURCE_IMAGE);
        }
        assertThat(series.require(Tags.SERIES_INSTANCE_UID).string()).isEqualTo("1.2.3.4");
        assertThat(series.items(Tags.REFERENCED_INSTANCE_SEQUENCE))
                .extracting(
                        item -> item.require(Tags.REFERENCED_SOP_INSTANCE_UID).string())
                .containsExactly("1.2.3.4.0", "1.2.3.4.1", "1.2.3.4.2", "1.2.3.4.3", "1.2.3.4.4");
    }

    @Test
    void patient_and_study_are_the_images() {
        assertThat(written.require(Tags.PATIENT_NAME).string()).isEqualTo("Phantom^Jérôme");
        assertThat(written.require(Tags.STUDY_INSTANCE_UID).string()).isEqualTo("1.2.3");
        assertThat(written.require(Tags.ACCESSION_NUMBER).string()).isEqualTo("A7");
        assertThat(written.require(Tags.SERIES_INSTANCE_UID).string()).isEqualTo("2.25.11");
        assertThat(written.contains(Tags.REFERRING_PHYSICIAN_NAME)).isTrue();
    }

    @Test
    void a_label_beyond_the_images_character_set_makes_it_UTF_8_if_their_texts_allow() {
        // Given
        var writer = new SegmentationWriter(Phantom.IDENTITY, Phantom.CONTENT);
        var greek = List.of(new SegmentMask(Phantom.segment("Ήπαρ", new Code("10200004", "SCT", "Liver")), labels, 1));
        var plain = new SourceSeries(
                source.geometry(),
                source.headers().stream()
                        .map(header -> header.toBuilder()
                                .set(Tags.PATIENT_NAME, "Phantom^Jerome")
                                .build())
                        .toList());
        // When
        var object = encodedAndRead(writer.write(plain, greek));
        // Then
        assertThat(object.require(Tags.SPECIFIC_CHARACTER_SET).string()).isEqualTo("ISO_IR 192");
        assertThat(SegmentationReader.read(object).segments().get(1))
                .isEqualTo(greek.get(0).segment());
        assertThatThrownBy(() -> writer.write(source, greek)).isInstanceOf(UnableToEncodeValue.class);
        assertThat(written.require(Tags.SPECIFIC_CHARACTER_SET).string()).isEqualTo("ISO_IR 100");
    }

    @Test
    void segments_of_one_mask_do_not_overlap() {
        assertThat(written.require(Tags.SEGMENTS_OVERLAP).string()).isEqualTo("NO");
    }

    @Test
    void the_same_input_makes_the_same_bytes() {
        // When
        var again = new SegmentationWriter(Phantom.IDENTITY, Phantom.CONTENT).write(source, segments);
        // Then
        assertThat(encoded(again)).isEqualTo(encoded(written));
    }

    @Test
    void bits_run_on_across_frames_and_are_padded_at_the_end_only() {
        // 10 frames of 63 pixels are 630 bits, 79 bytes, padded to 80
        assertThat(written.require(Tags.PIXEL_DATA).bytes().size()).isEqualTo(80);
    }

    @Test
    void a_frame_beside_the_images_is_refused() {
        // Given
        var read = SegmentationReader.read(written);
        var geometry = source.geometry();
        var beside = new Geometry(geometry.plane(0).moved(0.5), geometry.sliceSpacing(), geometry.slices());
        var fewer = new Geometry(geometry.first(), geometry.sliceSpacing(), geometry.slices() - 1);
        // When / Then
        assertThatThrownBy(() -> read.mask(1, beside)).isInstanceOf(UnableToReadAnnotation.class);
        assertThatThrownBy(() -> read.mask(1, fewer)).isInstanceOf(UnableToReadAnnotation.class);
        assertThatThrownBy(() -> read.mask(9, geometry)).isInstanceOf(UnableToReadAnnotation.class);
    }

    @Test
    void what_does_not_go_together_is_not_written() {
        // Given
        var writer = new SegmentationWriter(Phantom.IDENTITY, Phantom.CONTENT);
        var other = new Geometry(source.geometry().first(), 9, 5);
        var foreign = new SegmentMask(Phantom.LIVER, Mask.empty(other), 1);
        // When / Then
        assertThatThrownBy(() -> writer.write(source, List.of())).isInstanceOf(UnableToWriteAnnotation.class);
        assertThatThrownBy(() -> writer.write(source, List.of(foreign))).isInstanceOf(UnableToWriteAnnotation.class);
        assertThatThrownBy(() ->
                        new SourceSeries(source.geometry(), source.headers().subList(0, 4)))
                .isInstanceOf(UnableToWriteAnnotation.class);
    }

    private static List<Integer> value(DataSet frame, Tag macro, Tag tag) {
        return IntStream.of(frame.requireItem(macro).require(tag).integers())
                .boxed()
                .toList();
    }

    private static Bytes encoded(DataSet object) {
        return DataSetWriter.write(object, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
    }

    private static DataSet encodedAndRead(DataSet object) {
        return new DataSetReader(ReadLimits.DEFAULT).read(encoded(object), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
    }
}
