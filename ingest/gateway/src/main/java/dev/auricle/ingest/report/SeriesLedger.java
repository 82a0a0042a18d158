package dev.auricle.ingest.report;

import com.google.protobuf.ByteString;
import dev.auricle.ingest.check.Documents;
import dev.auricle.ingest.refuse.Refusal;
import dev.auricle.ingest.refuse.Stage;
import dev.auricle.schemas.log.LogRefs;
import dev.auricle.schemas.log.LogScan.Found;
import dev.auricle.schemas.record.LogRef;
import dev.auricle.schemas.record.PreparedSlices;
import dev.auricle.schemas.record.Sample;
import dev.auricle.schemas.record.SeriesAssembled;
import dev.auricle.schemas.record.SeriesRejected;
import dev.auricle.schemas.topic.Topics;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What became of every series of a site: the newest revision of each, once. To be told of {@code series.assembled} first,
 * then of what points there, in any order. Some hundred bytes a series, whatever it holds.
 */
public final class SeriesLedger {
    private final String site;
    private final int mostSeries;
    private Instant earliest = Instant.MAX;
    private final Map<String, Long> openParts = new HashMap<>();
    private final Map<String, Place> newest = new HashMap<>();
    private final Map<Place, KnownAttempt> attempts = new HashMap<>();
    private final Map<Refusal, EarlyTally> early = new EnumMap<>(Refusal.class);

    /**
     * Begins.
     *
     * @param mostSeries how many it holds before it gives up
     */
    public SeriesLedger(String site, int mostSeries) {
        this.site = site;
        this.mostSeries = mostSeries;
    }

    /** A record of {@code series.assembled}. A later one of the same series takes the place of the earlier. */
    public void assembled(Found<String, SeriesAssembled> found) {
        var part = found.value();
        if (!part.getSite().equals(site)) {
            return;
        }
        var key = part.getStudyInstanceUid() + "/" + part.getSeriesInstanceUid();
        var whole = found.partition() + "/" + key + "/" + part.getRevision();
        long first = openParts.getOrDefault(whole, found.offset());
        if (part.getPart() + 1 < part.getParts()) {
            openParts.put(whole, first);
            return;
        }
        openParts.remove(whole);
        earliest = earliest.isBefore(Instant.ofEpochMilli(found.at())) ? earliest : Instant.ofEpochMilli(found.at());
        Optional.ofNullable(newest.put(key, new Place(found.partition(), found.offset())))
                .ifPresent(attempts::remove);
        attempts.put(new Place(found.partition(), found.offset()), attempt(part, place(found, first)));
        requireRoom();
    }

    /** A record of {@code series.rejected}. */
    public void rejected(Found<String, SeriesRejected> found) {
        var rejection = found.value();
        if (!rejection.getSite().equals(site)) {
            return;
        }
        var refusals = rejection.getReasonsList().stream()
                .flatMap(reason -> Refusal.of(reason).stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Refusal.class)));
        var example = rejection.getLogCount() > 0 ? rejection.getLog(0) : LogRef.getDefaultInstance();
        if (rejection.hasAssembled()) {
            decide(rejection.getAssembled(), new Fate.Refused(refusals, example), found.at());
        } else {
            refusals.forEach(refusal ->
                    early.computeIfAbsent(refusal, none -> new EarlyTally()).add(example));
        }
    }

    /** A record of {@code samples}. */
    public void learned(Found<String, Sample> found) {
        if (found.value().getSite().equals(site)) {
            var provenance = found.value().getProvenance();
            decide(provenance.getAssembled(), new Fate.Learned(), found.at());
            provenance.getAnnotationsList().forEach(annotation -> decide(annotation, new Fate.Learned(), found.at()));
        }
    }

    /** A record of {@code studies.prepared}. */
    public void segmented(Found<String, PreparedSlices> found) {
        if (found.value().getSite().equals(site) && found.value().hasVolume()) {
            decide(found.value().getVolume().getAssembled(), new Fate.Segmented(), found.at());
        }
    }

    /** The series that were refused, in the order in which they lie in the log. */
    public List<RefusedSeries> refused() {
        return attempts.values().stream()
                .flatMap(attempt -> RefusedSeries.of(attempt).stream())
                .sorted(Comparator.comparingInt(
                                (RefusedSeries refused) -> refused.assembled().getPartition())
                        .thenComparingLong(refused -> refused.assembled().getLastOffset()))
                .toList();
    }

    /** Whether no series was assembled. */
    boolean isEmpty() {
        return attempts.isEmpty();
    }

    /** When the first of its series was assembled. */
    Instant earliest() {
        return earliest;
    }

    Collection<KnownAttempt> attempts() {
        return Collections.unmodifiableCollection(attempts.values());
    }

    EarlyTally early(Refusal refusal) {
        return early.getOrDefault(refusal, new EarlyTally());
    }

    private void decide(LogRef assembled, Fate fate, long at) {
        attempts.computeIfPresent(
                Place.of(assembled), (place, attempt) -> attempt.decided(new KnownAttempt.Outcome(fate, at)));
    }

    private static KnownAttempt attempt(SeriesAssembled part, LogRef assembled) {
        var subject = Documents.areAll(part.getInstancesList()) ? Stage.Subject.ANNOTATION : Stage.Subject.IMAGES;
        return new KnownAttempt(
                SeriesRevision.of(part), subject, part.getInstanceCount(), assembled, KnownAttempt.Outcome.NONE);
    }

    private static LogRef place(Found<?, ?> found, long first) {
        return LogRefs.of(Topics.SERIES_ASSEMBLED.name(), found.partition(), first, found.offset(), ByteString.EMPTY);
    }

    private void requireRoom() {
        if (newest.size() > mostSeries) {
            throw new UnableToReport(
                    "the site has more than " + mostSeries + " series in that time; choose less of it");
        }
    }
}
