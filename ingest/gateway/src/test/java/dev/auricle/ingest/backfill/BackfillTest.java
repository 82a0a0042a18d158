package dev.auricle.ingest.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.auricle.ingest.backfill.Retrieval.Fetched;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The archive is a list here: what real ones answer is seen beside a real one; this is about what is asked, and when. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BackfillTest {
    private static final Selection DAY =
            new Selection(LocalDate.parse("2026-03-02"), LocalDate.parse("2026-03-02"), Set.of());

    private final List<SeriesEntry> asked = new ArrayList<>();
    private final List<Instant> waits = new ArrayList<>();
    private final KnownSeries known = new KnownSeries();
    private Instant now = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void only_what_the_log_does_not_hold_whole_is_fetched() {
        // Given
        known.add("1.1", 20);
        known.add("1.2", 19);
        var archive = List.of(series("1.1", 20), series("1.2", 20), series("1.3", 20));
        // When
        var tally = backfill(archive, pace(Hours.ANY, Double.POSITIVE_INFINITY)).run(DAY);
        // Then
        assertThat(asked).extracting(SeriesEntry::series).containsExactly("1.2", "1.3");
        assertThat(tally).isEqualTo(new Tally(3, 1, 2, 0, 40));
    }

    @Test
    void of_a_series_whose_archive_does_not_count_anything_that_is_there_is_enough() {
        // Given
        known.add("1.1", 3);
        // When
        var tally = backfill(List.of(series("1.1", 0), series("1.2", 0)), pace(Hours.ANY, 1000))
                .run(DAY);
        // Then
        assertThat(tally.held()).isEqualTo(1);
        assertThat(asked).extracting(SeriesEntry::series).containsExactly("1.2");
    }

    @Test
    void a_series_that_does_not_come_whole_is_counted_and_the_next_is_asked_for() {
        // When
        var tally = new Backfill(
                        catalogue(List.of(series("1.1", 4), series("1.2", 4))),
                        series -> series.series().equals("1.1") ? new Fetched(1, 3) : new Fetched(4, 0),
                        known,
                        pace(Hours.ANY, 1000),
                        new Silence())
                .run(DAY);
        // Then
        assertThat(tally).isEqualTo(new Tally(2, 0, 1, 1, 5));
        assertThat(tally.isComplete()).isFalse();
    }

    @Test
    void twenty_instances_at_ten_a_second_make_the_next_series_wait_two_seconds() {
        // When
        var unused = backfill(List.of(series("1.1", 20), series("1.2", 20), series("1.3", 20)), pace(Hours.ANY, 10))
                .run(DAY);
        // Then
        assertThat(waits).containsExactly(Instant.parse("2026-03-02T12:00:02Z"), Instant.parse("2026-03-02T12:00:04Z"));
    }

    @Test
    void outside_the_hours_nothing_is_asked_for() {
        // When
        var unused = backfill(List.of(series("1.1", 20)), pace(Hours.of("20:00-06:00"), 10))
                .run(DAY);
        // Then
        assertThat(waits).containsExactly(Instant.parse("2026-03-02T20:00:00Z"));
    }

    @Test
    void what_the_log_lacks_is_told() {
        // Given
        known.add("1.1", 20);
        known.add("1.2", 5);
        var archive = List.of(series("1.1", 20), series("1.2", 20), series("1.3", 20));
        // When
        var found = new Completeness(catalogue(archive), known).examine(DAY, new Silence());
        // Then
        assertThat(found).isEqualTo(new Completeness.Found(3, 1, 1, 60, 25));
        assertThat(found.isComplete()).isFalse();
    }

    @Test
    void what_the_log_has_beyond_what_the_archive_counts_makes_up_for_nothing() {
        // Given
        known.add("1.1", 25);
        var archive = List.of(series("1.1", 20), series("1.2", 20));
        // When
        var found = new Completeness(catalogue(archive), known).examine(DAY, new Silence());
        // Then
        assertThat(found).isEqualTo(new Completeness.Found(2, 1, 0, 40, 20));
    }

    @Test
    void a_rate_of_nothing_is_refused() {
        assertThatThrownBy(() -> pace(Hours.ANY, 0)).hasMessageContaining("rate");
    }

    @Test
    void nobody_sees_the_uids_of_a_series_that_is_printed() {
        assertThat(series("1.1", 20)).hasToString("a series of 20 MR");
    }

    private Backfill backfill(List<SeriesEntry> archive, Pace pace) {
        Retrieval whole = series -> {
            asked.add(series);
            return new Fetched(Math.max(1, series.instances()), 0);
        };
        return new Backfill(catalogue(archive), whole, known, pace, new Silence());
    }

    private static Catalogue catalogue(List<SeriesEntry> archive) {
        return (selection, taker) -> taker.accept(new Portion("a day", 1, 1, archive));
    }

    /** A clock that stands still but for the waits. */
    private Pace pace(Hours hours, double rate) {
        var clock = new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
        return new Pace(hours, rate, clock, moment -> {
            waits.add(moment);
            now = moment;
        });
    }

    private static SeriesEntry series(String uid, int instances) {
        return new SeriesEntry("1", uid, "MR", instances);
    }

    private static final class Silence implements Progress {
        @Override
        public void begun(Portion portion) {}

        @Override
        public void done(Tally soFar) {}
    }
}
