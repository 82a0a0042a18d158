package dev.auricle.dicom.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.auricle.dicom.SharedData;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.NoSuchAttribute;
import dev.auricle.dicom.data.SequenceElement;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.Vr;
import dev.auricle.dicom.space.Geometry;
import dev.auricle.dicom.space.Mask;
import dev.auricle.dicom.space.Volume;
import dev.auricle.dicom.space.VolumeReader;
import dev.auricle.dicom.syntax.DicomFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Segmentations that dcmqi and highdicom wrote. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SegmentationCorpusTest {
    private static final String DCMQI = "dicom_corpus/dcmqi/segmentations/";

    @ParameterizedTest
    @CsvSource({
        "liver.dcm, ct-3slice, 1, 107098",
        "partial_overlaps.dcm, ct-3slice, 1, 9602",
        "partial_overlaps.dcm, ct-3slice, 2, 11888",
        "partial_overlaps.dcm, ct-3slice, 5, 4713",
        "24x38x3/seg/label.seg, 24x38x3/image, 1, 315",
        "sparse-labelmap-noppv.dcm, 24x38x3/image, 1, 630"
    })
    void a_segment_lies_on_the_images_it_was_drawn_on(String file, String images, int segment, int voxels)
            throws IOException {
        // Given
        var segmentation = SegmentationReader.read(read(DCMQI + file));
        // When
        var mask = segmentation.mask(segment, geometry(DCMQI + images));
        // Then
        assertThat(mask.count(1)).isEqualTo(voxels);
    }

    @Test
    void frames_that_end_within_a_byte_are_read_to_the_bit() throws IOException {
        // Given: 3 frames of 23 by 38 pixels, none of which ends on a whole byte
        var object = read(DCMQI + "23x38x3/seg/label.seg");
        var bytes = object.require(Tags.PIXEL_DATA).bytes().toArray();
        // When
        var mask = SegmentationReader.read(object).mask(1);
        // Then: bit by bit, the other way round
        int set = 0;
        for (int i = 0; i < mask.labels().length; i++) {
            set += bytes[i / 8] >> i % 8 & 1;
        }
        assertThat(mask.count(1)).isEqualTo(set).isEqualTo(322);
        assertThat(mask.labels()).hasSize(23 * 38 * 3);
    }

    @Test
    void overlapping_segments_each_have_all_their_voxels() throws IOException {
        // Given
        var segmentation = SegmentationReader.read(read(DCMQI + "partial_overlaps.dcm"));
        // When
        var first = segmentation.mask(1);
        var both = 0;
        for (int other = 2; other <= 5; other++) {
            var mask = segmentation.mask(other);
            for (int i = 0; i < mask.labels().length; i++) {
                both += first.labels()[i] & mask.labels()[i];
            }
        }
        // Then
        assertThat(segmentation.frames().frames()).hasSize(7);
        assertThat(segmentation.segments()).hasSize(5);
        assertThat(both).isPositive();
    }

    @Test
    void frames_in_any_order_make_the_same_masks() throws IOException {
        // Given
        var object = read(DCMQI + "partial_overlaps.dcm");
        var expected = SegmentationReader.read(object);
        var groups = new ArrayList<>(object.items(Tags.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE));
        var order = new ArrayList<>(IntStream.range(0, groups.size()).boxed().toList());
        Collections.shuffle(order, new Random(3));
        var shuffled = object.toBuilder()
                .items(
                        Tags.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE,
                        order.stream().map(groups::get).toList())
                .bytes(Tags.PIXEL_DATA, Vr.OB, frames(object, order))
                .build();
        // When
        var read = SegmentationReader.read(shuffled);
        // Then
        for (int segment : expected.segments().keySet()) {
            assertThat(read.mask(segment).labels())
                    .isEqualTo(expected.mask(segment).labels());
        }
    }

    @ParameterizedTest
    @CsvSource({"seg_image_ct_true_fractional.dcm, 0.5", "seg_image_ct_binary_fractional.dcm, 0.9"})
    void the_fractions_of_highdicom_are_in_a_segment_from_the_threshold_on(String file, double threshold)
            throws IOException {
        // Given
        var object = read("dicom_corpus/highdicom/" + file);
        int expected = 0;
        for (byte sample : object.require(Tags.PIXEL_DATA).bytes().toArray()) {
            expected += (sample & 0xFF) / 255.0 >= threshold ? 1 : 0;
        }
        // When
        var mask = SegmentationReader.read(object, threshold).mask(1);
        // Then
        assertThat(mask.count(1)).isEqualTo(expected).isPositive().isLessThan(3 * 16 * 16);
    }

    @Test
    void each_slice_of_a_label_map_is_what_the_same_tool_wrote_of_one_in_bits() throws IOException {
        // Given
        var images = geometry(DCMQI + "24x38x3/image");
        // When
        var binary =
                SegmentationReader.read(read(DCMQI + "24x38x3/seg/label.seg")).mask(1, images);
        var labelMap = SegmentationReader.read(read(DCMQI + "sparse-labelmap-noppv.dcm"))
                .mask(1, images);
        // Then: the label map leaves its middle slice out, and has twice what the other has on that one
        assertThat(slice(labelMap, 0)).isEqualTo(slice(binary, 1));
        assertThat(slice(labelMap, 1)).isEqualTo(slice(binary, 0)).containsOnly(0);
        assertThat(slice(labelMap, 2)).isEqualTo(slice(binary, 1));
    }

    @Test
    void big_endian_is_read_as_little() throws IOException {
        var little = SegmentationReader.read(read(DCMQI + "liver.dcm"));
        var big = SegmentationReader.read(read("dicom_corpus/pydicom_history/liver_expb.dcm"));
        assertThat(big.mask(1).labels()).isEqualTo(little.mask(1).labels());
    }

    @Test
    void frames_far_apart_lie_on_one_stack_with_empty_slices_between() throws IOException {
        // When
        var segmentation = SegmentationReader.read(read("dicom_corpus/highdicom/seg_image_ct_binary_overlap.dcm"));
        // Then
        assertThat(segmentation.geometry().slices()).isEqualTo(165);
        assertThat(segmentation.mask(1).count(1)).isEqualTo(64);
        assertThat(segmentation.mask(2).count(1)).isEqualTo(16);
    }

    @ParameterizedTest
    @CsvSource({
        "highdicom/seg_image_sm_dots_tiled_full.dcm, 1250 frames with 0 functional groups",
        "dcmqi/segmentations/ct-3slice/01.dcm, not a segmentation but CT Image Storage"
    })
    void another_kind_of_object_is_refused_by_name(String file, String message) throws IOException {
        var object = read("dicom_corpus/" + file);
        assertThatThrownBy(() -> SegmentationReader.read(object))
                .isInstanceOf(UnableToReadAnnotation.class)
                .hasMessage(message);
    }

    @Test
    void a_segmentation_of_a_slide_has_no_place_in_a_patient() throws IOException {
        var object = read("dicom_corpus/highdicom/seg_image_sm_numbers.dcm");
        assertThatThrownBy(() -> SegmentationReader.read(object)).isInstanceOf(NoSuchAttribute.class);
    }

    @Test
    void frames_without_functional_groups_or_bits_are_refused() throws IOException {
        var object = read(DCMQI + "liver.dcm");
        var groups = (SequenceElement)
                object.element(Tags.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE).orElseThrow();
        var fewer =
                new SequenceElement(groups.tag(), groups.vr(), groups.items().subList(0, 2), groups.length());
        var shorter =
                object.toBuilder().bytes(Tags.PIXEL_DATA, Vr.OB, new byte[10]).build();
        assertThatThrownBy(() -> SegmentationReader.read(object.with(fewer)))
                .isInstanceOf(UnableToReadAnnotation.class);
        assertThatThrownBy(() -> SegmentationReader.read(shorter)).isInstanceOf(UnableToReadAnnotation.class);
    }

    private static byte[] slice(Mask mask, int slice) {
        var geometry = mask.geometry();
        return Arrays.copyOfRange(mask.labels(), geometry.offset(slice), geometry.offset(slice + 1));
    }

    /** The bits of the frames in another order; frames of 512 by 512 end on a whole byte. */
    private static byte[] frames(DataSet object, Iterable<Integer> order) {
        var bytes = object.require(Tags.PIXEL_DATA).bytes();
        int size = 512 * 512 / 8;
        var out = new ByteArrayOutputStream();
        order.forEach(frame ->
                out.writeBytes(bytes.slice(frame * size, (frame + 1) * size).toArray()));
        return out.toByteArray();
    }

    private static Geometry geometry(String folder) throws IOException {
        var images = new ArrayList<DicomFile>();
        try (var files = Files.list(SharedData.require(folder))) {
            for (var file : files.toList()) {
                images.add(DicomFile.read(file));
            }
        }
        return ((Volume.Assembled) VolumeReader.read(images)).volume().geometry();
    }

    private static DataSet read(String file) throws IOException {
        return DicomFile.read(SharedData.require(file)).dataSet();
    }
}
