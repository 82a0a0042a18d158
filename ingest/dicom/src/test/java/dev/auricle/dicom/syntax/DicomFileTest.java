package dev.auricle.dicom.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.auricle.dicom.data.Bytes;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.TransferSyntax;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DicomFileTest {
    private static final DataSet DATA_SET = DataSet.builder()
            .set(Tags.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.4")
            .set(Tags.SOP_INSTANCE_UID, "1.2.3.4")
            .set(Tags.MODALITY, "MR")
            .build();

    @ParameterizedTest
    @EnumSource(
            names = {
                "IMPLICIT_VR_LITTLE_ENDIAN",
                "EXPLICIT_VR_LITTLE_ENDIAN",
                "EXPLICIT_VR_BIG_ENDIAN",
                "DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN"
            })
    void a_file_says_in_its_meta_information_how_to_read_it(TransferSyntax syntax) throws IOException {
        // Given
        var bytes = bytesOf(DicomFile.of(DATA_SET, syntax));
        // When
        var file = DicomFile.read(bytes, ReadLimits.DEFAULT);
        // Then
        assertThat(file.transferSyntax()).isEqualTo(syntax);
        assertThat(file.dataSet().require(Tags.MODALITY).string()).isEqualTo("MR");
        assertThat(file.meta().require(Tags.MEDIA_STORAGE_SOP_INSTANCE_UID).string())
                .isEqualTo("1.2.3.4");
    }

    @Test
    void the_group_length_of_the_meta_information_is_right() throws IOException {
        // Given
        var file = DicomFile.of(DATA_SET, TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN);
        int dataSet = DataSetWriter.write(DATA_SET, TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN)
                .size();
        // When
        int length =
                file.meta().require(Tags.FILE_META_INFORMATION_GROUP_LENGTH).integer();
        // Then: preamble, prefix and the group length's own element come first
        assertThat(128 + 4 + 12 + length + dataSet).isEqualTo(bytesOf(file).size());
    }

    @ParameterizedTest
    @EnumSource(names = {"IMPLICIT_VR_LITTLE_ENDIAN", "EXPLICIT_VR_LITTLE_ENDIAN", "EXPLICIT_VR_BIG_ENDIAN"})
    void a_bare_data_set_is_recognised_by_its_first_element(TransferSyntax syntax) {
        // Given
        var bare = DataSetWriter.write(DATA_SET, syntax);
        // When
        var file = DicomFile.read(bare, ReadLimits.DEFAULT);
        // Then
        assertThat(file.transferSyntax()).isEqualTo(syntax);
        assertThat(file.meta()).isEqualTo(DataSet.EMPTY);
        assertThat(file.dataSet().size()).isEqualTo(3);
    }

    @Test
    void meta_information_without_a_preamble_is_read() throws IOException {
        // Given
        var whole = bytesOf(DicomFile.of(DATA_SET, TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN));
        // When
        var file = DicomFile.read(whole.slice(132, whole.size()), ReadLimits.DEFAULT);
        // Then
        assertThat(file.preamble().isEmpty()).isTrue();
        assertThat(file.dataSet().size()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "DICM", "%PDF-1.7 and so on", "\0\0\0\0\0\0\0\0\0\0\0"})
    void what_is_neither_a_file_nor_a_data_set_is_refused(String content) {
        var bytes = Bytes.wrap(content.getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> DicomFile.read(bytes, ReadLimits.DEFAULT))
                .isInstanceOf(UnableToReadDataSet.class)
                .hasMessageContaining(Malformation.NOT_DICOM.toString());
    }

    @Test
    void a_file_longer_than_the_limit_is_refused_from_a_path_and_from_a_stream(@TempDir Path folder)
            throws IOException {
        // Given
        var path = folder.resolve("long.dcm");
        DicomFile.of(DATA_SET, TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN).write(path);
        var limits = ReadLimits.DEFAULT.withTotal(100);
        // When / Then
        assertThatThrownBy(() -> DicomFile.read(path, limits)).isInstanceOf(UnableToReadDataSet.class);
        try (var in = Files.newInputStream(path)) {
            assertThatThrownBy(() -> DicomFile.read(in, limits)).isInstanceOf(UnableToReadDataSet.class);
        }
    }

    @Test
    void a_transfer_syntax_of_nobody_is_refused() throws IOException {
        // Given
        var original = DicomFile.of(DATA_SET, TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN);
        var meta = original.meta().toBuilder()
                .set(Tags.TRANSFER_SYNTAX_UID, "1.2.3.4")
                .build();
        var bytes = bytesOf(new DicomFile(original.preamble(), meta, original.transferSyntax(), DATA_SET));
        // When / Then
        assertThatThrownBy(() -> DicomFile.read(bytes, ReadLimits.DEFAULT))
                .hasMessageContaining(Malformation.UNKNOWN_TRANSFER_SYNTAX.toString());
    }

    private static Bytes bytesOf(DicomFile file) throws IOException {
        var out = new ByteArrayOutputStream();
        file.write(out);
        return Bytes.wrap(out.toByteArray());
    }
}
