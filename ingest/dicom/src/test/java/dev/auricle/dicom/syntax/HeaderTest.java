package dev.auricle.dicom.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.dictionary.Vr;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HeaderTest {
    private static final DataSet IMAGE = DataSet.builder()
            .set(Tags.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.4")
            .set(Tags.SOP_INSTANCE_UID, "1.2.3")
            .set(Tags.STUDY_INSTANCE_UID, "1.2")
            .items(
                    Tags.REFERENCED_SERIES_SEQUENCE,
                    DataSet.builder().set(Tags.SERIES_INSTANCE_UID, "1.9").build())
            .set(Tags.SERIES_INSTANCE_UID, "1.5")
            .bytes(Tags.PIXEL_DATA, Vr.OW, noise())
            .build();

    private static final DataSetReader READER = new DataSetReader(ReadLimits.DEFAULT);

    @ParameterizedTest
    @EnumSource(
            names = {
                "IMPLICIT_VR_LITTLE_ENDIAN",
                "EXPLICIT_VR_LITTLE_ENDIAN",
                "EXPLICIT_VR_BIG_ENDIAN",
                "DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN"
            })
    void the_front_of_a_data_set_is_read_out_of_its_first_bytes(TransferSyntax syntax) {
        // Given
        var prefix = DataSetWriter.write(IMAGE, syntax).slice(0, 4000);
        // When
        var header = READER.readUntil(Tags.PIXEL_DATA, prefix, syntax);
        // Then
        assertThat(header.reachedStop()).isTrue();
        assertThat(header.dataSet().require(Tags.SERIES_INSTANCE_UID).string()).isEqualTo("1.5");
        assertThat(header.dataSet().contains(Tags.PIXEL_DATA)).isFalse();
    }

    @Test
    void a_deflated_prefix_that_swells_is_inflated_only_as_far_as_the_limit() {
        // Given: ten million NULs behind the header
        var swelling = IMAGE.toBuilder()
                .bytes(Tags.PIXEL_DATA, Vr.OW, new byte[10_000_000])
                .build();
        var prefix = DataSetWriter.write(swelling, TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN);
        var reader = new DataSetReader(ReadLimits.DEFAULT.withTotal(1 << 16));
        // When
        var header = reader.readUntil(Tags.PIXEL_DATA, prefix, TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN);
        // Then
        assertThat(header.reachedStop()).isTrue();
        assertThat(header.dataSet()).isEqualTo(IMAGE.without(Tags.PIXEL_DATA));
    }

    @ParameterizedTest
    @EnumSource(names = {"IMPLICIT_VR_LITTLE_ENDIAN", "EXPLICIT_VR_LITTLE_ENDIAN"})
    void a_prefix_of_any_length_gives_the_elements_that_are_whole(TransferSyntax syntax) {
        var whole = DataSetWriter.write(IMAGE.without(Tags.PIXEL_DATA), syntax);
        int before = 0;
        for (int length = 0; length <= whole.size(); length++) {
            // When
            var header = READER.readUntil(Tags.PIXEL_DATA, whole.slice(0, length), syntax);
            // Then
            assertThat(header.reachedStop()).isFalse();
            assertThat(header.dataSet().size()).isGreaterThanOrEqualTo(before);
            before = header.dataSet().size();
        }
        assertThat(before).isEqualTo(5);
    }

    @Test
    void the_header_of_a_file_is_read_without_its_pixels(@TempDir Path folder) throws IOException {
        // Given
        var path = folder.resolve("image.dcm");
        DicomFile.of(IMAGE, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN).write(path);
        // When
        var header = DicomFile.readUntil(Tags.PIXEL_DATA, path, ReadLimits.DEFAULT);
        // Then
        assertThat(header.dataSet()).isEqualTo(IMAGE.without(Tags.PIXEL_DATA));
    }

    @Test
    void a_header_longer_than_the_first_look_is_read_whole(@TempDir Path folder) throws IOException {
        // Given
        var path = folder.resolve("image.dcm");
        var dataSet = IMAGE.toBuilder()
                .set(Tags.PATIENT_COMMENTS, "x".repeat(60_000))
                .set(Tags.SEGMENT_DESCRIPTION, "y".repeat(60_000))
                .build();
        DicomFile.of(dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN).write(path);
        // When
        var header = DicomFile.readUntil(Tags.PIXEL_DATA, path, ReadLimits.DEFAULT);
        // Then
        assertThat(header.dataSet()).isEqualTo(dataSet.without(Tags.PIXEL_DATA));
    }

    private static byte[] noise() {
        var pixels = new byte[100_000];
        new Random(5).nextBytes(pixels);
        return pixels;
    }
}
