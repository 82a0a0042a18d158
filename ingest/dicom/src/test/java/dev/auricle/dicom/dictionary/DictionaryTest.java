package dev.auricle.dicom.dictionary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

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

    @Test
    void every_entry_says_what_the_dictionary_of_dcmtk_says() throws IOException {
        // Given
        assumeTrue(Files.exists(DCMTK), "dcmtk's dictionary is not installed at " + DCMTK);
        var differences = new ArrayList<String>();
        // When
        Files.readAllLines(DCMTK, StandardCharsets.ISO_8859_1).stream()
                .filter(line -> line.matches("\\([0-9a-f]{4},[0-9a-f]{4}\\)\\t[A-Z]{2}\\t.*"))
                .map(line -> line.split("\t", -1))
                .filter(fields -> !agrees(fields))
                .forEach(fields -> differences.add(Arrays.toString(fields)));
        // Then
        assertThat(differences).isEmpty();
    }

    private static boolean agrees(String[] fields) {
        var tag = new Tag(Integer.parseUnsignedInt(fields[0].replaceAll("[(),]", ""), 16));
        var ours = STANDARD.attribute(tag);
        return ours.isEmpty() || ours.get().representations().equals(List.of(Vr.valueOf(fields[1])));
    }

    private static Vr implicit(Tag tag) {
        return STANDARD.representation(tag, PixelRepresentation.UNSIGNED);
    }
}
