package dev.auricle.ingest.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZonedDateTime;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HoursTest {
    @ParameterizedTest
    @CsvSource({
        "20:00-06:00, 2026-03-02T21:15:00Z, 2026-03-02T21:15:00Z",
        "20:00-06:00, 2026-03-02T05:59:59Z, 2026-03-02T05:59:59Z",
        "20:00-06:00, 2026-03-02T06:00:00Z, 2026-03-02T20:00:00Z",
        "20:00-06:00, 2026-03-02T20:00:00Z, 2026-03-02T20:00:00Z",
        "01:00-05:00, 2026-03-02T12:00:00Z, 2026-03-03T01:00:00Z",
        "01:00-05:00, 2026-03-02T00:30:00Z, 2026-03-02T01:00:00Z",
        "12:00-12:00, 2026-03-02T03:00:00Z, 2026-03-02T03:00:00Z",
    })
    void asking_begins_at_once_within_the_hours_and_otherwise_when_they_begin(
            String hours, ZonedDateTime moment, ZonedDateTime expected) {
        assertThat(Hours.of(hours).next(moment)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "20:00", "20:00-25:00", "8-9-10", "night"})
    void what_is_no_hours_is_refused(String text) {
        assertThatThrownBy(() -> Hours.of(text)).hasMessageContaining("20:00-06:00");
    }

    @Test
    void any_hour_is_any_hour() {
        var moment = ZonedDateTime.parse("2026-03-02T13:37:00Z");
        assertThat(Hours.ANY.next(moment)).isEqualTo(moment);
    }
}
