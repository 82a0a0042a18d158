package dev.auricle.dicom.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.auricle.dicom.SharedData;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.Vr;
import dev.auricle.dicom.syntax.DicomFile;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MultiFrameTest {
    @Test
    void frames_become_slices_in_the_order_in_which_they_lie() {
        // Given
        var image = new EnhancedImages()
                .at(8, "1", 1, 1)
                .at(0, "1", 1, 1)
                .at(4, "1", 1, 1)
                .file();
        // When
        var result = VolumeReader.read(List.of(image));
        // Then: each frame has a line of its own
        assertThat(result).isInstanceOfSatisfying(Volume.Assembled.class, assembled -> {
            assertThat(assembled.order()).containsExactly(1, 2, 0);
            assertThat(assembled.volume().geometry().sliceSpacing()).isEqualTo(4);
            assertThat(assembled.volume().geometry().first().grid()).isEqualTo(new PlaneGrid(2, 3, 0.5, 0.25));
            assertThat(assembled.volume().voxels()[0]).isEqualTo(1000 + 20);
            assertThat(assembled.volume().voxels()[6]).isEqualTo(2000 + 30);
            assertThat(assembled.volume().voxels()[12]).isEqualTo(10);
        });
    }

    @Test
    void stacks_are_apart_by_their_identifier_time_and_orientation() {
        // Given
        var image = new EnhancedImages()
                .at(0, "1", 1, 1)
                .at(0, "2", 1, 1)
                .at(0, "1", 2, 1)
                .at(4, "1", 1, 1)
                .at(4, "2", 1, 1)
                .at(4, "1", 2, 1)
                .turnedAt(0)
                .file();
        // When
        var results = VolumeReader.readStacks(image);
        // Then: the last is one plane, as thick as it says
        assertThat(results)
                .map(result -> ((Volume.Assembled) result).order())
                .containsExactly(List.of(0, 3), List.of(6), List.of(1, 4), List.of(2, 5));
        assertThat(VolumeReader.read(List.of(image))).isInstanceOf(Volume.Disarranged.class);
    }

    @Test
    void frames_in_one_place_are_apart_by_other_dimensions() {
        // Given
        var echoes = new EnhancedImages()
                .at(0, "1", 1, 1)
                .at(0, "1", 1, 2)
                .at(4, "1", 1, 1)
                .at(4, "1", 1, 2)
                .file();
        // When
        var results = VolumeReader.readStacks(echoes);
        // Then
        assertThat(results)
                .map(result -> ((Volume.Assembled) result).order())
                .containsExactly(List.of(0, 2), List.of(1, 3));
    }

    @Test
    void a_stack_that_is_none_is_told_apart() {
        // Given: the last two in one place, and nothing that tells them apart
        var image = new EnhancedImages()
                .at(0, "1", 1, 1)
                .at(4, "1", 1, 1)
                .at(4, "1", 1, 1)
                .file();
        // When
        var results = VolumeReader.readStacks(image);
        // Then
        assertThat(results)
                .containsExactly(new Volume.Disarranged(List.of(new GeometryFinding.DuplicatePosition(1, 2))));
    }

    @Test
    void an_image_of_several_frames_that_do_not_say_where_they_lie_is_refused() {
        // Given
        var image = EnhancedImages.header()
                .set(Tags.NUMBER_OF_FRAMES, 2)
                .bytes(Tags.PIXEL_DATA, Vr.OB, new byte[12])
                .build();
        var groupless = new EnhancedImages()
                .at(0, "1", 1, 1).build().toBuilder()
                        .set(Tags.NUMBER_OF_FRAMES, 2)
                        .build();
        // Then
        assertThatThrownBy(() -> FramePlane.of(image))
                .isInstanceOf(UnableToPlace.class)
                .hasMessageContaining("does not say where each of them lies");
        assertThatThrownBy(() -> FramePlane.of(groupless))
                .isInstanceOf(UnableToPlace.class)
                .hasMessage("2 frames with 1 functional groups");
    }

    @Test
    void enhanced_images_of_the_corpus_are_volumes() throws IOException {
        // Given
        var folder = SharedData.require("dicom_corpus");
        for (var name : List.of(
                "fo-dicom/mr_brucker.dcm",
                "pydicom_history/eCT_Supplemental.dcm",
                "dcmqi/segmentations/23x38x3/multiframe/mf.dcm")) {
            // When
            var results = VolumeReader.readStacks(DicomFile.read(folder.resolve(name)));
            // Then
            assertThat(results).hasSize(1).first().isInstanceOf(Volume.Assembled.class);
        }
    }
}
