package dev.auricle.dicom.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.auricle.dicom.data.UnableToEncodeValue;
import dev.auricle.dicom.data.Value;
import dev.auricle.dicom.dictionary.Tags;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is asked, as it travels. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class QueryTest {
    @Test
    void a_query_has_its_level_its_keys_and_what_it_wants_returned() {
        // Given
        var query = Query.of(QueryLevel.STUDY)
                .returning(Tags.STUDY_DATE, Tags.STUDY_INSTANCE_UID, Tags.REFERENCED_STUDY_SEQUENCE)
                .matching(Tags.STUDY_DATE, "20240101-")
                .matching(Tags.STUDY_INSTANCE_UID, "1.2", "1.3");
        // When
        var identifier = query.identifier();
        // Then
        assertThat(identifier.require(Tags.QUERY_RETRIEVE_LEVEL).string()).isEqualTo("STUDY");
        assertThat(identifier.require(Tags.STUDY_DATE).string()).isEqualTo("20240101-");
        assertThat(identifier.require(Tags.STUDY_INSTANCE_UID).strings()).containsExactly("1.2", "1.3");
        assertThat(identifier.items(Tags.REFERENCED_STUDY_SEQUENCE)).isEmpty();
        assertThat(identifier.contains(Tags.REFERENCED_STUDY_SEQUENCE)).isTrue();
    }

    @Test
    void what_is_matched_stays_so_when_it_is_to_be_returned_too() {
        var query = Query.of(QueryLevel.STUDY).matching(Tags.PATIENT_ID, "7").returning(Tags.PATIENT_ID);
        assertThat(query.identifier().require(Tags.PATIENT_ID).string()).isEqualTo("7");
    }

    @ParameterizedTest
    @CsvSource({"Smith, ''", "Müller, ISO_IR 100", "Łoś, ISO_IR 192"})
    void names_are_in_the_smallest_character_set_that_has_them(String name, String term) {
        // Given
        var query = Query.of(QueryLevel.PATIENT).matching(Tags.PATIENT_NAME, name + "*");
        // When
        var identifier = query.identifier();
        // Then
        assertThat(identifier
                        .find(Tags.SPECIFIC_CHARACTER_SET)
                        .map(Value::string)
                        .orElse(""))
                .isEqualTo(term);
        assertThat(identifier.require(Tags.PATIENT_NAME).string()).isEqualTo(name + "*");
    }

    @Test
    void a_retrieval_names_the_levels_above() {
        var identifier = Query.instances("1.2", "1.2.3", List.of("1.2.3.4")).identifier();
        assertThat(identifier.require(Tags.QUERY_RETRIEVE_LEVEL).string()).isEqualTo("IMAGE");
        assertThat(identifier.require(Tags.STUDY_INSTANCE_UID).string()).isEqualTo("1.2");
        assertThat(identifier.require(Tags.SERIES_INSTANCE_UID).string()).isEqualTo("1.2.3");
        assertThat(identifier.require(Tags.SOP_INSTANCE_UID).string()).isEqualTo("1.2.3.4");
    }

    @Test
    void patients_are_asked_for_in_the_patient_root_only() {
        assertThat(Query.of(QueryLevel.PATIENT).root()).isEqualTo(QueryRoot.PATIENT);
        assertThatThrownBy(() -> Query.of(QueryLevel.PATIENT).in(QueryRoot.STUDY))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Query.study("1.2").in(QueryRoot.PATIENT).root().move()).isEqualTo("1.2.840.10008.5.1.4.1.2.1.2");
    }

    @Test
    void what_an_attribute_cannot_hold_is_refused() {
        var query = Query.of(QueryLevel.STUDY).matching(Tags.STUDY_INSTANCE_UID, "1.2", "not\u0100ascii");
        assertThatThrownBy(query::identifier).isInstanceOf(UnableToEncodeValue.class);
    }

    @Test
    void a_query_does_not_print_its_values() {
        assertThat(Query.of(QueryLevel.STUDY).matching(Tags.PATIENT_ID, "secret"))
                .hasToString("STUDY of STUDY by [(0010,0020)]");
    }
}
