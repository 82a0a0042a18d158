package dev.auricle.ingest.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import dev.auricle.dicom.dictionary.SopClass;
import dev.auricle.ingest.refuse.Refusal;
import dev.auricle.ingest.report.SiteReport.Count;
import dev.auricle.ingest.report.SiteReport.RuleCount;
import dev.auricle.schemas.log.LogRefs;
import dev.auricle.schemas.log.LogScan.Found;
import dev.auricle.schemas.record.LogRef;
import dev.auricle.schemas.record.PreparedSlices;
import dev.auricle.schemas.record.PreparedVolume;
import dev.auricle.schemas.record.Provenance;
import dev.auricle.schemas.record.Sample;
import dev.auricle.schemas.record.SeriesAssembled;
import dev.auricle.schemas.record.SeriesInstance;
import dev.auricle.schemas.record.SeriesRejected;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SeriesLedgerTest {
    private static final LogRef INSTANCE = LogRefs.of("dicom.instances", 2, 17, 17, ByteString.fromHex("8f031a77aa"));

    private final SeriesLedger ledger = new SeriesLedger("north", 3);

    @Test
    void what_nobody_has_decided_waits() {
        // When
        ledger.assembled(images(0, "1.2", 1));
        // Then
        assertThat(report().images()).isEqualTo(new Count(1, 0, 0, 1));
        assertThat(rule(Refusal.NO_PIXELS)).isEqualTo(counts(Refusal.NO_PIXELS, 0, 0));
    }

    @Test
    void a_refused_series_counts_for_its_rule_and_those_before_it_with_an_example() {
        // Given
        ledger.assembled(images(0, "1.2", 1));
        ledger.assembled(images(1, "1.3", 1));
        // When
        ledger.rejected(rejected(0, 10, Refusal.MISSING_SLICES));
        ledger.segmented(segmented(1, 10));
        // Then
        assertThat(report().images()).isEqualTo(new Count(2, 1, 1, 0));
        assertThat(rule(Refusal.NO_PIXELS)).isEqualTo(counts(Refusal.NO_PIXELS, 2, 0));
        assertThat(rule(Refusal.MISSING_SLICES))
                .isEqualTo(counts(Refusal.MISSING_SLICES, 2, 1, "dicom.instances 2:17 8f031a77"));
        assertThat(rule(Refusal.CONSTANT_IMAGE)).isEqualTo(counts(Refusal.CONSTANT_IMAGE, 1, 0));
        assertThat(rule(Refusal.LABEL_OUTSIDE_IMAGE)).isEqualTo(counts(Refusal.LABEL_OUTSIDE_IMAGE, 0, 0));
        assertThat(rule(Refusal.EMPTY_LABEL)).isEqualTo(counts(Refusal.EMPTY_LABEL, 0, 0));
    }

    @Test
    void samples_accept_images_and_the_annotations_that_they_are_labelled_by() {
        // Given
        ledger.assembled(images(0, "1.2", 1));
        ledger.assembled(annotation(1, "1.3"));
        ledger.rejected(rejected(1, 10, Refusal.NO_MATCHING_SERIES));
        // When
        ledger.learned(sample(20, 0, 1));
        // Then
        assertThat(report().images()).isEqualTo(new Count(1, 1, 0, 0));
        assertThat(report().annotations()).isEqualTo(new Count(1, 1, 0, 0));
        assertThat(rule(Refusal.NO_MATCHING_SERIES)).isEqualTo(counts(Refusal.NO_MATCHING_SERIES, 1, 0));
        assertThat(ledger.refused()).isEmpty();
    }

    @Test
    void a_later_revision_takes_the_place_of_the_one_before_whatever_is_said_of_that() {
        // Given
        ledger.assembled(images(0, "1.2", 1));
        // When
        ledger.assembled(images(1, "1.2", 2));
        ledger.rejected(rejected(0, 10, Refusal.TOO_FEW_SLICES));
        ledger.segmented(segmented(1, 20));
        // Then
        assertThat(report().images()).isEqualTo(new Count(1, 1, 0, 0));
    }

    @Test
    void a_refused_series_that_was_sent_again_waits_and_is_not_refused_any_more() {
        // Given
        ledger.assembled(images(0, "1.2", 1));
        ledger.rejected(rejected(0, 10, Refusal.TOO_FEW_SLICES));
        assertThat(ledger.refused()).singleElement().isInstanceOfSatisfying(RefusedSeries.class, refused -> {
            assertThat(refused.revision()).isEqualTo(new SeriesRevision("north", "1.2", 1));
            assertThat(refused.refusals()).containsExactly(Refusal.TOO_FEW_SLICES);
            assertThat(refused.assembled().getLastOffset()).isZero();
        });
        // When
        ledger.assembled(images(1, "1.2", 1));
        // Then
        assertThat(ledger.refused()).isEmpty();
        assertThat(report().images()).isEqualTo(new Count(1, 0, 0, 1));
    }

    @Test
    void a_long_series_counts_when_its_last_part_is_there_and_lies_from_its_first() {
        // When
        ledger.assembled(found(3, part("1.2", 0, 2)));
        assertThat(report().images().received()).isZero();
        ledger.assembled(found(7, part("1.2", 1, 2)));
        ledger.rejected(rejected(7, 10, Refusal.SHEARED));
        // Then
        assertThat(ledger.refused()).singleElement().isInstanceOfSatisfying(RefusedSeries.class, refused -> {
            assertThat(refused.assembled().getFirstOffset()).isEqualTo(3);
            assertThat(refused.assembled().getLastOffset()).isEqualTo(7);
        });
    }

    @Test
    void instances_that_never_came_into_a_series_are_counted_beside_those_that_did() {
        // Given
        ledger.assembled(images(0, "1.2", 1));
        // When
        ledger.rejected(early(early().addReasons(Refusal.CONFLICT.because("other bytes"))));
        // Then
        assertThat(rule(Refusal.CONFLICT)).isEqualTo(counts(Refusal.CONFLICT, 3, 1, "dicom.instances 2:17 8f031a77"));
        assertThat(report().images()).isEqualTo(new Count(1, 0, 0, 1));
    }

    @Test
    void what_was_refused_early_is_refused_no_more_when_it_was_sent_again_until_it_is_refused_again() {
        // Given
        var conflict = early().addReasons(Refusal.CONFLICT.because("other bytes"));
        ledger.rejected(early(conflict));
        assertThat(ledger.refused()).singleElement().isInstanceOfSatisfying(RefusedEarly.class, refused -> {
            assertThat(refused.series()).isEqualTo("1.2");
            assertThat(refused.refusals()).containsExactly(Refusal.CONFLICT);
            assertThat(refused.example()).isEqualTo(INSTANCE);
        });
        // When
        ledger.rejected(early(early().setAgain(true)));
        // Then
        assertThat(ledger.refused()).isEmpty();
        assertThat(rule(Refusal.CONFLICT)).isEqualTo(counts(Refusal.CONFLICT, 0, 0));
        ledger.rejected(early(conflict));
        assertThat(ledger.refused()).hasSize(1);
    }

    @Test
    void a_series_that_is_refused_for_two_reasons_before_it_is_in_the_log_counts_once_for_each() {
        // When
        ledger.rejected(early(early().addReasons(Refusal.SERIES_IN_TWO_STUDIES.because("so it is"))
                .addReasons(Refusal.INSTANCE_IN_TWO_STUDIES.because("so it is"))));
        // Then
        assertThat(rule(Refusal.SERIES_IN_TWO_STUDIES))
                .isEqualTo(counts(Refusal.SERIES_IN_TWO_STUDIES, 1, 1, "dicom.instances 2:17 8f031a77"));
        assertThat(rule(Refusal.INSTANCE_IN_TWO_STUDIES))
                .isEqualTo(counts(Refusal.INSTANCE_IN_TWO_STUDIES, 1, 1, "dicom.instances 2:17 8f031a77"));
    }

    @Test
    void other_sites_do_not_count() {
        // When
        ledger.assembled(found(0, part("1.2", 0, 1).setSite("south")));
        // Then
        assertThat(report().images().received()).isZero();
    }

    @Test
    void more_series_than_it_may_hold_are_refused_with_what_to_do() {
        assertThatThrownBy(() ->
                        Stream.of("1", "2", "3", "4").forEach(uid -> ledger.assembled(images(uid.charAt(0), uid, 1))))
                .isInstanceOf(UnableToReport.class)
                .hasMessage("the site has more than 3 series in that time; choose less of it");
    }

    private SiteReport report() {
        return SiteReport.of("north", ledger);
    }

    private RuleCount rule(Refusal refusal) {
        return report().rules().stream()
                .filter(counted -> counted.rule() == refusal)
                .findFirst()
                .orElseThrow();
    }

    private static RuleCount counts(Refusal refusal, long received, long rejected, String... examples) {
        return new RuleCount(
                refusal,
                refusal.stage(),
                refusal.meaning(),
                received,
                received - rejected,
                rejected,
                Stream.of(examples).toList());
    }

    private static Found<String, SeriesAssembled> images(long offset, String series, int revision) {
        return found(offset, part(series, 0, 1).setRevision(revision));
    }

    private static Found<String, SeriesAssembled> annotation(long offset, String series) {
        return found(
                offset,
                part(series, 0, 1)
                        .setInstances(0, SeriesInstance.newBuilder().setSopClassUid(SopClass.SEGMENTATION.uid())));
    }

    private static SeriesAssembled.Builder part(String series, int part, int parts) {
        return SeriesAssembled.newBuilder()
                .setSite("north")
                .setStudyInstanceUid("1")
                .setSeriesInstanceUid(series)
                .setRevision(1)
                .setInstanceCount(2)
                .setPart(part)
                .setParts(parts)
                .addInstances(SeriesInstance.newBuilder().setSopClassUid(SopClass.MR_IMAGE.uid()));
    }

    private static Found<String, SeriesAssembled> found(long offset, SeriesAssembled.Builder part) {
        return new Found<>(1, offset, 5, "trace", part.getSeriesInstanceUid(), part.build());
    }

    private static SeriesRejected.Builder early() {
        return SeriesRejected.newBuilder()
                .setSite("north")
                .setSeriesInstanceUid("1.2")
                .addLog(INSTANCE);
    }

    private static Found<String, SeriesRejected> early(SeriesRejected.Builder rejection) {
        return new Found<>(0, 0, 10, "", "1.2", rejection.build());
    }

    private static Found<String, SeriesRejected> rejected(long assembled, long at, Refusal refusal) {
        return new Found<>(
                0,
                0,
                at,
                "",
                "",
                SeriesRejected.newBuilder()
                        .setSite("north")
                        .addReasons(refusal.because("so it is"))
                        .addLog(INSTANCE)
                        .setAssembled(place(assembled))
                        .build());
    }

    private static Found<String, PreparedSlices> segmented(long assembled, long at) {
        return new Found<>(
                0,
                0,
                at,
                "",
                "",
                PreparedSlices.newBuilder()
                        .setSite("north")
                        .setVolume(PreparedVolume.newBuilder().setAssembled(place(assembled)))
                        .build());
    }

    private static Found<String, Sample> sample(long at, long images, long annotation) {
        return new Found<>(
                0,
                0,
                at,
                "",
                "",
                Sample.newBuilder()
                        .setSite("north")
                        .setProvenance(Provenance.newBuilder()
                                .setAssembled(place(images))
                                .addAnnotations(place(annotation)))
                        .build());
    }

    private static LogRef place(long offset) {
        return LogRefs.of("series.assembled", 1, offset, offset, ByteString.EMPTY);
    }
}
