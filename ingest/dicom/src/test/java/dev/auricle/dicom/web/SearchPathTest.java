package dev.auricle.dicom.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.query.Query;
import dev.auricle.dicom.query.QueryLevel;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SearchPathTest {
    @Test
    void what_must_match_and_what_is_wanted_are_parameters() {
        // Given
        var query = Query.of(QueryLevel.STUDY)
                .matching(Tags.PATIENT_NAME, "Müller*")
                .matching(Tags.STUDY_DATE, "20240101-20241231")
                .returning(Tags.STUDY_DESCRIPTION);
        // Then
        assertThat(SearchPath.of(query, 20, 10))
                .isEqualTo("/studies?00100010=M%C3%BCller*&00080020=20240101-20241231"
                        + "&includefield=00081030&limit=10&offset=20");
    }

    @Test
    void the_study_and_the_series_that_a_query_names_are_where_it_is_asked() {
        assertThat(SearchPath.of(Query.series("1.2", "1.2.3"), 0, 1))
                .isEqualTo("/studies/1.2/series?0020000E=1.2.3&limit=1&offset=0");
        assertThat(SearchPath.of(
                        Query.of(QueryLevel.INSTANCE)
                                .matching(Tags.STUDY_INSTANCE_UID, "1.2")
                                .matching(Tags.SERIES_INSTANCE_UID, "1.2.3"),
                        0,
                        1))
                .isEqualTo("/studies/1.2/series/1.2.3/instances?limit=1&offset=0");
    }

    @Test
    void one_study_several_studies_and_a_series_of_any_study_are_matched() {
        assertThat(SearchPath.of(Query.study("1.2"), 0, 1)).isEqualTo("/studies?0020000D=1.2&limit=1&offset=0");
        assertThat(SearchPath.of(Query.of(QueryLevel.SERIES).matching(Tags.STUDY_INSTANCE_UID, "1.2", "1.3"), 0, 1))
                .isEqualTo("/series?0020000D=1.2%2C1.3&limit=1&offset=0");
        assertThat(SearchPath.of(Query.of(QueryLevel.INSTANCE).matching(Tags.SERIES_INSTANCE_UID, "1.2.3"), 0, 1))
                .isEqualTo("/instances?0020000E=1.2.3&limit=1&offset=0");
    }

    @Test
    void what_would_lead_elsewhere_is_no_study_and_patients_are_not_asked_for() {
        assertThatThrownBy(() -> SearchPath.of(Query.series("../1.2", "1.2.3"), 0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a valid UID");
        assertThatThrownBy(() -> SearchPath.of(Query.of(QueryLevel.PATIENT), 0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("QIDO-RS has no level PATIENT");
    }
}
