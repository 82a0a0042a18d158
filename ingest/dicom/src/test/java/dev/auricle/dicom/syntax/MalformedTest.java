package dev.auricle.dicom.syntax;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.auricle.dicom.data.Bytes;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.dictionary.Vr;
import java.util.HexFormat;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MalformedTest {
    @ParameterizedTest
    @CsvSource({
        "TRUNCATED, 08 00 60 00 43 53",
        "TRUNCATED, 08 00 60 00 43 53 04 00 4D 52",
        "TRUNCATED, 40 00 75 02 53 51 00 00 10 00 00 00",
        "TRUNCATED, 40 00 75 02 53 51 00 00 FF FF FF FF",
        "OVERRUN, 40 00 75 02 53 51 00 00 0C 00 00 00 FE FF 00 E0 10 00 00 00 00 00 00 00 E0 7F 10 00 4F 42 00 00 00 00 00 00",
        "BAD_LENGTH, 40 00 60 A1 55 54 00 00 FF FF FF FF",
        "BAD_REPRESENTATION, 08 00 60 00 5A 5A 00 00",
        "ITEM_EXPECTED, 40 00 75 02 53 51 00 00 08 00 00 00 08 00 60 00 43 53 00 00",
        "ITEM_EXPECTED, E0 7F 10 00 4F 42 00 00 FF FF FF FF FE FF 00 E0 FF FF FF FF",
        "MISPLACED_DELIMITER, FE FF 00 E0 00 00 00 00",
        "MISPLACED_DELIMITER, 40 00 75 02 53 51 00 00 FF FF FF FF FE FF 00 E0 FF FF FF FF FE FF DD E0 00 00 00 00"
    })
    void what_is_malformed_is_refused_with_its_reason(Malformation expected, String hex) {
        var bytes = Bytes.wrap(HexFormat.ofDelimiter(" ").parseHex(hex));
        assertRefused(bytes, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, ReadLimits.DEFAULT, expected);
    }

    @Test
    void what_is_deeper_than_the_limit_is_refused() {
        // Given
        var dataSet = DataSet.EMPTY;
        for (int i = 0; i < 5; i++) {
            dataSet = DataSet.builder()
                    .items(Tags.REQUEST_ATTRIBUTES_SEQUENCE, dataSet)
                    .build();
        }
        var syntax = TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN;
        // When / Then
        assertRefused(
                DataSetWriter.write(dataSet, syntax), syntax, new ReadLimits(4, 100, 1000), Malformation.TOO_DEEP);
    }

    @Test
    void a_value_or_data_set_longer_than_the_limit_is_refused() {
        // Given
        var syntax = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;
        var dataSet =
                DataSet.builder().set(Tags.SERIES_DESCRIPTION, "x".repeat(200)).build();
        var bytes = DataSetWriter.write(dataSet, syntax);
        // When / Then
        assertRefused(bytes, syntax, new ReadLimits(4, 100, 1000), Malformation.ELEMENT_TOO_LONG);
        assertRefused(bytes, syntax, new ReadLimits(4, 100, 100), Malformation.TOO_LONG);
    }

    @Test
    void a_deflated_stream_that_swells_beyond_the_limit_or_is_damaged_is_refused() {
        // Given
        var syntax = TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN;
        var swelling = DataSet.builder().bytes(Tags.PIXEL_DATA, Vr.OW, new byte[10_000_000]);
        var bomb = DataSetWriter.write(swelling.build(), syntax);
        // When / Then
        assertRefused(bomb, syntax, ReadLimits.DEFAULT.withTotal(1_000_000), Malformation.TOO_LONG);
        assertRefused(bomb.slice(0, 100), syntax, ReadLimits.DEFAULT, Malformation.BAD_DEFLATE);
        assertRefused(Bytes.wrap(new byte[] {-1, -1, -1}), syntax, ReadLimits.DEFAULT, Malformation.BAD_DEFLATE);
    }

    private static void assertRefused(Bytes bytes, TransferSyntax syntax, ReadLimits limits, Malformation expected) {
        var reader = new DataSetReader(limits);
        assertThatThrownBy(() -> reader.read(bytes, syntax))
                .asInstanceOf(InstanceOfAssertFactories.type(UnableToReadDataSet.class))
                .extracting(UnableToReadDataSet::malformation)
                .isEqualTo(expected);
    }
}
