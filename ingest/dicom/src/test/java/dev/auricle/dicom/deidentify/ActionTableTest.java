package dev.auricle.dicom.deidentify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.dicom.deidentify.ActionTable.Row;
import dev.auricle.dicom.dictionary.Dictionary;
import dev.auricle.dicom.dictionary.Tag;
import dev.auricle.dicom.dictionary.Tags;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ActionTableTest {
    private final Map<Tag, Row> rows = ActionTable.STANDARD.rows();

    @Test
    void every_attribute_is_in_the_dictionary() {
        assertThat(rows.keySet())
                .hasSize(619)
                .allSatisfy(
                        tag -> assertThat(Dictionary.standard().attribute(tag)).isPresent());
    }

    @Test
    void the_basic_profile_has_as_many_of_each_action_as_the_standard() {
        // When
        var counts = rows.values().stream().collect(Collectors.groupingBy(Row::basic, Collectors.counting()));
        // Then: less the rows of private attributes and curves, both X
        assertThat(counts)
                .isEqualTo(Map.of(
                        ActionCode.X, 382L,
                        ActionCode.D, 92L,
                        ActionCode.U, 54L,
                        ActionCode.Z, 42L,
                        ActionCode.X_OR_D, 22L,
                        ActionCode.X_OR_Z, 11L,
                        ActionCode.X_OR_Z_OR_D, 8L,
                        ActionCode.Z_OR_D, 6L,
                        ActionCode.X_OR_Z_OR_U, 2L));
    }

    @Test
    void each_option_differs_in_as_many_attributes_as_in_the_standard() {
        // When
        var counts = rows.values().stream()
                .flatMap(row -> row.options().keySet().stream())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        // Then: less curves, for which Clean Graphics has C
        assertThat(counts)
                .isEqualTo(Map.of(
                        ProfileOption.RETAIN_UIDS, 59L,
                        ProfileOption.RETAIN_DEVICE_IDENTITY, 57L,
                        ProfileOption.RETAIN_INSTITUTION_IDENTITY, 10L,
                        ProfileOption.RETAIN_PATIENT_CHARACTERISTICS, 13L,
                        ProfileOption.RETAIN_FULL_DATES, 165L,
                        ProfileOption.RETAIN_MODIFIED_DATES, 165L,
                        ProfileOption.CLEAN_DESCRIPTORS, 125L,
                        ProfileOption.CLEAN_STRUCTURED_CONTENT, 3L,
                        ProfileOption.CLEAN_GRAPHICS, 3L));
    }

    @Test
    void options_keep_or_clean_and_do_nothing_else() {
        assertThat(rows.values())
                .allSatisfy(row -> assertThat(row.options().values()).isSubsetOf(ActionCode.K, ActionCode.C));
    }

    @Test
    void of_two_options_the_one_that_cleans_prevails() {
        // Given
        var row = row(Tag.of(0x0018, 0x1200));
        // When
        var both = row.code(Profile.with(ProfileOption.RETAIN_DEVICE_IDENTITY, ProfileOption.RETAIN_MODIFIED_DATES));
        // Then
        assertThat(both).isEqualTo(ActionCode.C);
        assertThat(row.code(Profile.with(ProfileOption.RETAIN_DEVICE_IDENTITY))).isEqualTo(ActionCode.K);
        assertThat(row.code(Profile.BASIC)).isEqualTo(ActionCode.X);
    }

    @Test
    void the_patient_has_the_actions_that_everybody_knows() {
        assertThat(row(Tags.PATIENT_NAME).basic()).isEqualTo(ActionCode.Z);
        assertThat(row(Tags.PATIENT_ID).basic()).isEqualTo(ActionCode.Z_OR_D);
        assertThat(row(Tags.SOP_INSTANCE_UID).basic()).isEqualTo(ActionCode.U);
        assertThat(row(Tags.PATIENT_COMMENTS).basic()).isEqualTo(ActionCode.X);
    }

    @Test
    void safe_private_attributes_are_those_of_the_standard() {
        assertThat(PrivateElement.SAFE)
                .hasSize(479)
                .contains(
                        new PrivateElement(0x7053, 0x09, "Philips PET Private Group"),
                        new PrivateElement(0x0019, 0x0C, "SIEMENS MR HEADER"))
                .doesNotContain(new PrivateElement(0x0019, 0x0B, "SIEMENS MR HEADER"))
                .allSatisfy(element -> assertThat(element.group() % 2).isOne());
    }

    private static Row row(Tag tag) {
        return ActionTable.STANDARD.row(tag).orElseThrow();
    }
}
