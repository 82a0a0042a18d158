package dev.auricle.dicom.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.Value;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.space.Arrangement;
import dev.auricle.dicom.space.EnhancedImages;
import dev.auricle.dicom.space.Mask;
import dev.auricle.dicom.space.SlicePlane;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FrameHeadersTest {
    @Test
    void an_image_without_functional_groups_is_its_own_header() {
        var image = Phantom.source().headers().get(0);
        assertThat(FrameHeaders.of(image)).containsExactly(image);
    }

    @Test
    void a_segmentation_of_an_enhanced_image_refers_to_its_frames() {
        // Given: two frames, the upper one first
        var image = new EnhancedImages()
                .at(4, "1", 1, 1).at(0, "1", 1, 1).build().toBuilder()
                        .set(Tags.PATIENT_ID, "1")
                        .set(Tags.FRAME_OF_REFERENCE_UID, "2.25.54")
                        .build();
        var headers = FrameHeaders.of(image);
        var arrangement = Arrangement.of(headers.stream().map(SlicePlane::of).toList());
        var source = new SourceSeries(
                arrangement.geometry().orElseThrow(),
                arrangement.order().stream().map(headers::get).toList());
        var mask = Mask.empty(source.geometry());
        mask.labels()[0] = 1;
        // When
        var written = new SegmentationWriter(Phantom.IDENTITY, Phantom.CONTENT)
                .write(source, List.of(new SegmentMask(Phantom.LIVER, mask, 1)));
        // Then
        assertThat(written.items(Tags.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE))
                .map(FrameHeadersTest::referencedFrame)
                .containsExactly(2, 1);
        assertThat(written.requireItem(Tags.REFERENCED_SERIES_SEQUENCE).items(Tags.REFERENCED_INSTANCE_SEQUENCE))
                .hasSize(1);
        assertThat(SegmentationReader.read(written).mask(1).labels()).isEqualTo(mask.labels());
    }

    private static int referencedFrame(DataSet groups) {
        return groups.requireItem(Tags.DERIVATION_IMAGE_SEQUENCE)
                .requireItem(Tags.SOURCE_IMAGE_SEQUENCE)
                .find(Tags.REFERENCED_FRAME_NUMBER)
                .map(Value::integer)
                .orElse(0);
    }
}
