package dev.auricle.dicom.deidentify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.dicom.data.Bytes;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.Element;
import dev.auricle.dicom.data.ValueElement;
import dev.auricle.dicom.dictionary.Dictionary;
import dev.auricle.dicom.dictionary.PixelRepresentation;
import dev.auricle.dicom.dictionary.Tag;
import dev.auricle.dicom.dictionary.Vr;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Each option retains what the table says, and nothing else. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RetentionTest {
    /** Written anew, whatever the options. */
    private static final Set<String> WRITTEN = Set.of("PatientName", "PatientID");

    private final DataSet full = everyAttribute();

    @ParameterizedTest
    @EnumSource(
            value = ProfileOption.class,
            mode = Mode.EXCLUDE,
            names = {"CLEAN_PIXEL_DATA", "CLEAN_RECOGNIZABLE_VISUAL_FEATURES", "RETAIN_SAFE_PRIVATE"})
    void an_option_keeps_its_column_and_leaves_the_others_to_the_basic_profile(ProfileOption option) {
        // When
        var basic = Images.deidentified(full, Profile.BASIC);
        var retained = Images.deidentified(full, Profile.with(option));
        // Then
        ActionTable.STANDARD.rows().forEach((tag, row) -> {
            var code = row.options().get(option);
            if (code == null) {
                assertThat(retained.element(tag)).as("%s", tag).isEqualTo(basic.element(tag));
            } else if (code == ActionCode.K && full.contains(tag)) {
                assertThat(retained.element(tag)).as("%s", tag).isEqualTo(full.element(tag));
            } else if (code == ActionCode.C && full.find(tag).isPresent() && !isTime(tag)) {
                assertThat(retained.element(tag)).as("%s", tag).isNotEqualTo(full.element(tag));
            }
        });
    }

    @ParameterizedTest
    @EnumSource(
            value = ProfileOption.class,
            mode = Mode.INCLUDE,
            names = {"RETAIN_UIDS", "RETAIN_FULL_DATES", "CLEAN_DESCRIPTORS"})
    void of_an_attribute_that_the_table_removes_nothing_stays_unless_an_option_says_so(ProfileOption option) {
        // When
        var retained = Images.deidentified(full, Profile.with(option));
        // Then
        ActionTable.STANDARD.rows().forEach((tag, row) -> {
            if (row.basic() == ActionCode.X && !row.options().containsKey(option)) {
                assertThat(retained.contains(tag)).as("%s", tag).isFalse();
            }
        });
    }

    /** An object with all of the table's attributes that are values, each with one that it may have. */
    private static DataSet everyAttribute() {
        var elements = new ArrayList<Element>();
        Images.ct().build().elements().forEach(elements::add);
        elements.removeIf(element -> ActionTable.STANDARD.row(element.tag()).isPresent());
        for (var tag : ActionTable.STANDARD.rows().keySet()) {
            var vr = Dictionary.standard().representation(tag, PixelRepresentation.UNSIGNED);
            if (tag.group() >= 8 && tag.group() < 0x6000 && vr != Vr.SQ && !isWritten(tag)) {
                elements.add(element(tag, vr));
            }
        }
        return DataSet.of(elements);
    }

    /** Times stay where days are moved. */
    private static boolean isTime(Tag tag) {
        return Dictionary.standard().representation(tag, PixelRepresentation.UNSIGNED) == Vr.TM;
    }

    private static boolean isWritten(Tag tag) {
        return WRITTEN.contains(Dictionary.standard().keyword(tag));
    }

    private static ValueElement element(Tag tag, Vr vr) {
        var text = switch (vr) {
            case AS -> "045Y";
            case CS -> "YES ";
            case DA -> "20190213";
            case DS, IS -> "12";
            case DT -> "20190213131719";
            case PN -> "Zahnradt^Emil ";
            case TM -> "131719";
            case UI -> "1.2.826.0.1.99.5";
            default -> "text of %08x".formatted(tag.value());
        };
        var even = text.length() % 2 == 0 ? text : text + " ";
        return new ValueElement(tag, vr, Bytes.wrap(even.getBytes(StandardCharsets.US_ASCII)), ByteOrder.LITTLE_ENDIAN);
    }
}
