package dev.auricle.dicom.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.auricle.dicom.SharedData;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.syntax.DicomFile;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class VolumeReaderTest {
    @Test
    void a_series_becomes_a_volume_whatever_the_order_of_its_files() throws IOException {
        // Given
        var images = images("dicom_corpus/dcmqi/segmentations/24x38x3/image");
        Collections.shuffle(images, new Random(1));
        // When
        var result = VolumeReader.read(images);
        // Then
        assertThat(result).isInstanceOfSatisfying(Volume.Assembled.class, assembled -> {
            var geometry = assembled.volume().geometry();
            assertThat(geometry.slices()).isEqualTo(3);
            assertThat(geometry.columns()).isEqualTo(24);
            assertThat(geometry.rows()).isEqualTo(38);
            assertThat(geometry.sliceSpacing()).isCloseTo(2.5, within(1e-9));
            var heights = assembled.order().stream()
                    .map(i -> images.get(i)
                            .dataSet()
                            .require(Tags.IMAGE_POSITION_PATIENT)
                            .numbers()[2])
                    .toList();
            assertThat(heights).isSorted();
        });
    }

    @Test
    void images_that_are_no_stack_are_told_apart() throws IOException {
        // Given: one slice twice
        var images = images("dicom_corpus/dcmqi/segmentations/24x38x3/image");
        images.add(images.get(0));
        // When
        var result = VolumeReader.read(images);
        // Then
        assertThat(result)
                .isInstanceOfSatisfying(
                        Volume.Disarranged.class,
                        disarranged -> assertThat(disarranged.findings()).hasSize(1));
    }

    @Test
    void one_image_alone_is_as_thick_as_it_says() throws IOException {
        // Given
        var images = images("dicom_corpus/dcmqi/segmentations/ct-3slice").subList(0, 1);
        // When
        var result = VolumeReader.read(images);
        // Then
        assertThat(result)
                .isInstanceOfSatisfying(
                        Volume.Assembled.class,
                        assembled -> assertThat(assembled.volume().geometry().sliceSpacing())
                                .isEqualTo(images.get(0)
                                        .dataSet()
                                        .require(Tags.SLICE_THICKNESS)
                                        .number()));
    }

    private static List<DicomFile> images(String folder) throws IOException {
        var images = new ArrayList<DicomFile>();
        try (var files = Files.list(SharedData.require(folder))) {
            for (var file : files.sorted().toList()) {
                images.add(DicomFile.read(file));
            }
        }
        return images;
    }
}
