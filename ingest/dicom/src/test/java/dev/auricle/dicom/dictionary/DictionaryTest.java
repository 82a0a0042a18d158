package dev.auricle.dicom.dictionary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DictionaryTest {
    private static final Path DCMTK = Path.of("/usr/share/libdcmtk17/dicom.dic");
    private static final Dictionary STANDARD = Dictionary.standard();

    @Test
    void an_attribute_is_found_by_tag_and_by_keyword() {
        assertThat(STANDARD.attribute(Tags.PATIENT_NAME)).contains(new Attribute("PatientName", List.of(Vr.PN), "1"));
        assertThat(STANDARD.tag("PatientName")).contains(Tags.PATIENT_NAME);
    }

    @Test
    void every_overlay_group_shares_one_set_of_entries() {
        assertThat(STANDARD.keyword(Tag.of(0x6004, 0x3000))).isEqualTo("OverlayData");
        assertThat(STANDARD.keyword(Tag.of(0x6005, 0x3000))).isEqualTo("Private");
    }

    @ParameterizedTest
    @CsvSource({
        "0020, 3104, SourceImageIDs",
        "0028, 0410, RowsForNthOrderCoefficients",
        "0028, 08B8, ImageDataLocation",
        "1000, 1231, RunLengthTriplet",
        "1010, 0042, ZonalMap",
        "50FE, 2500, CurveLabel",
        "7F02, 0010, VariablePixelData",
        "7FE0, 0010, PixelData"
    })
    void an_entry_with_a_free_digit_stands_for_all_its_tags(String group, String element, String keyword) {
        var tag = Tag.of(Integer.parseInt(group, 16), Integer.parseInt(element, 16));
        assertThat(STANDARD.keyword(tag)).isEqualTo(keyword);
    }

    @Test
    void the_table_is_in_order_and_every_line_is_an_entry_of_its_own() throws IOException {
        // When
        var lines = tableLines();
        // Then
        assertThat(lines)
                .hasSizeGreaterThan(5_000)
                .allMatch(line ->
                        line.matches("[0-9A-Fx]{4},[0-9A-Fx]{4} [A-Z]{2}(\\|[A-Z]{2})* \\d+(-(\\d*n|\\d+))? \\w+"));
        assertThat(lines).extracting(line -> line.substring(0, 9)).isSorted().doesNotHaveDuplicates();
        assertThat(lines)
                .extracting(line -> line.substring(line.lastIndexOf(' ')))
                .doesNotHaveDuplicates();
    }

    @Test
    void a_group_length_is_UL_a_private_creator_LO_and_what_is_unknown_UN() {
        assertThat(implicit(Tag.of(0x0009, 0x0000))).isEqualTo(Vr.UL);
        assertThat(implicit(Tag.of(0x0009, 0x0010))).isEqualTo(Vr.LO);
        assertThat(implicit(Tag.of(0x0009, 0x1001))).isEqualTo(Vr.UN);
        assertThat(implicit(Tag.of(0x0008, 0xFFFE))).isEqualTo(Vr.UN);
    }

    @Test
    void where_the_standard_leaves_a_choice_the_pixel_representation_decides() {
        var smallest = Tags.SMALLEST_IMAGE_PIXEL_VALUE;
        assertThat(STANDARD.representation(smallest, PixelRepresentation.SIGNED))
                .isEqualTo(Vr.SS);
        assertThat(STANDARD.representation(smallest, PixelRepresentation.UNSIGNED))
                .isEqualTo(Vr.US);
        assertThat(implicit(Tags.PIXEL_DATA)).isEqualTo(Vr.OW);
    }

    @Test
    void every_constant_is_the_keyword_of_its_tag() throws IllegalAccessException {
        for (Field field : Tags.class.getFields()) {
            var keyword = STANDARD.keyword((Tag) field.get(null));
            assertThat(field.getName().replace("_", "")).isEqualTo(keyword.toUpperCase(Locale.ROOT));
        }
    }

    /** There, retired entries have a prefix, choices of representation have other codes, and delimiters are {@code na}. */
    @Test
    void every_entry_of_the_dictionary_of_dcmtk_is_here_with_the_same_keyword_and_representation() throws IOException {
        // Given
        assumeTrue(Files.exists(DCMTK), "dcmtk's dictionary is not installed at " + DCMTK);
        var entries = Files.readAllLines(DCMTK, StandardCharsets.ISO_8859_1).stream()
                .filter(line -> line.matches("\\([0-9a-fA-F]{4},[0-9a-fA-F]{4}\\)\t(?!na).*\tDICOM(/retired)?"))
                .map(line -> line.replace("RETIRED_", "").split("\t", -1))
                .toList();
        // When
        var differences = entries.stream()
                .filter(fields -> !agrees(fields))
                .map(Arrays::toString)
                .toList();
        // Then
        assertThat(entries).hasSizeGreaterThan(4_000);
        assertThat(differences).isEmpty();
    }

    private static boolean agrees(String[] fields) {
        var tag = new Tag(Integer.parseUnsignedInt(fields[0].replaceAll("[(),]", ""), 16));
        boolean choice = Vr.named(fields[1]).isEmpty();
        return STANDARD.attribute(tag)
                .filter(ours -> ours.keyword().equals(fields[2]))
                .filter(ours -> choice || ours.representations().equals(List.of(Vr.valueOf(fields[1]))))
                .isPresent();
    }

    private static List<String> tableLines() throws IOException {
        try (var table = Dictionary.class.getResourceAsStream("attributes.txt")) {
            return new String(table.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }

    private static Vr implicit(Tag tag) {
        return STANDARD.representation(tag, PixelRepresentation.UNSIGNED);
    }
}
