package dev.auricle.dicom.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.auricle.dicom.data.Bytes;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.FragmentsElement;
import dev.auricle.dicom.data.ValueElement;
import dev.auricle.dicom.dictionary.Tag;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.dictionary.Vr;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RoundTripTest {
    private static final DataSetReader READER = new DataSetReader(ReadLimits.DEFAULT);

    @ParameterizedTest(name = "in {0}, seeds 1 to 200")
    @EnumSource(
            names = {
                "IMPLICIT_VR_LITTLE_ENDIAN",
                "EXPLICIT_VR_LITTLE_ENDIAN",
                "EXPLICIT_VR_BIG_ENDIAN",
                "DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN"
            })
    void what_was_written_is_read_and_written_again_as_the_same_bytes(TransferSyntax syntax) {
        for (long seed = 1; seed <= 200; seed++) {
            // Given
            var original = new RandomDataSets(seed).next();
            var written = DataSetWriter.write(original, syntax);
            // When
            var read = READER.read(written, syntax);
            // Then
            assertThat(DataSetWriter.write(read, syntax)).as("seed %d", seed).isEqualTo(written);
            assertThat(littleEndian(read)).as("seed %d", seed).isEqualTo(littleEndian(original));
        }
    }

    @Test
    void fragments_are_carried_through() {
        // Given
        var fragments = List.of(Bytes.EMPTY, Bytes.wrap(new byte[] {1, 2, 3, 4}), Bytes.wrap(new byte[] {5, 6}));
        var original = DataSet.EMPTY.with(new FragmentsElement(Tags.PIXEL_DATA, Vr.OB, fragments));
        // When
        var written = DataSetWriter.write(original, TransferSyntax.JPEG_BASELINE);
        // Then
        assertThat(READER.read(written, TransferSyntax.JPEG_BASELINE)).isEqualTo(original);
    }

    @Test
    void a_text_too_long_for_a_short_length_is_written_as_UN_and_read_as_what_it_was() {
        // Given
        var contour = "1.5\\".repeat(30_000) + "1.5";
        var original = DataSet.builder().set(Tags.CONTOUR_DATA, contour).build();
        // When
        var read = READER.read(
                DataSetWriter.write(original, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN),
                TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        // Then
        assertThat(read.element(Tags.CONTOUR_DATA).orElseThrow().vr()).isEqualTo(Vr.UN);
        assertThat(read.require(Tags.CONTOUR_DATA).numbers()).hasSize(30_001).containsOnly(1.5);
    }

    @Test
    void words_that_are_not_whole_cannot_change_their_byte_order() {
        // Given
        var odd = new ValueElement(Tags.PIXEL_DATA, Vr.OW, Bytes.wrap(new byte[3]), ByteOrder.LITTLE_ENDIAN);
        // When / Then
        assertThatThrownBy(() -> DataSetWriter.write(DataSet.EMPTY.with(odd), TransferSyntax.EXPLICIT_VR_BIG_ENDIAN))
                .isInstanceOf(UnableToWriteDataSet.class);
    }

    @Test
    void a_sequence_hidden_in_UN_is_implicit_inside_and_stays_UN() {
        // Given
        var item = DataSet.builder().set(Tags.ROWS, 3).build();
        var plain =
                DataSet.builder().items(Tags.REFERENCED_SERIES_SEQUENCE, item).build();
        var implicit = DataSetWriter.write(plain, TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN);
        var hidden = new ValueElement(
                Tags.REFERENCED_SERIES_SEQUENCE, Vr.UN, implicit.slice(8, implicit.size()), ByteOrder.LITTLE_ENDIAN);
        var written = DataSetWriter.write(DataSet.EMPTY.with(hidden), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        // When
        var read = READER.read(written, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        // Then
        assertThat(read.items(Tags.REFERENCED_SERIES_SEQUENCE)).containsExactly(item);
        assertThat(DataSetWriter.write(read, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN))
                .isEqualTo(written);
    }

    @Test
    void the_pixel_representation_decides_how_an_implicit_value_is_read_also_within_items() {
        // Given
        var smallest = Tag.of(0x0028, 0x0106);
        var item = DataSet.EMPTY.with(
                new ValueElement(smallest, Vr.SS, Bytes.wrap(new byte[] {-1, -1}), ByteOrder.LITTLE_ENDIAN));
        var original = DataSet.builder()
                .set(Tags.PIXEL_REPRESENTATION, 1)
                .items(Tags.MODALITY_LUT_SEQUENCE, item)
                .build();
        // When
        var read = READER.read(
                DataSetWriter.write(original, TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN),
                TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN);
        // Then
        assertThat(read.requireItem(Tags.MODALITY_LUT_SEQUENCE)
                        .require(smallest)
                        .integer())
                .isEqualTo(-1);
    }

    private static Bytes littleEndian(DataSet dataSet) {
        return DataSetWriter.write(dataSet, TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN);
    }
}
