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
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What became of every series of a site: the newest revision of each, once. To be told of {@code series.assembled} first,
 * then of what points there, in any order. Some hundred bytes a series, whatever it holds.
 */
public final class SeriesLedger {
    private static final Comparator<LogRef> IN_THE_LOG =
            Comparator.comparingInt(LogRef::getPartition).thenComparingLong(LogRef::getLastOffset);

    private final String site;
    private final int mostSeries;
    private Instant earliest = Instant.MAX;
    private final Map<String, Long> openParts = new HashMap<>();
    private final Map<String, Place> newest = new HashMap<>();
    private final Map<Place, KnownAttempt> attempts = new HashMap<>();
    private final Map<Place, RefusedEarly> early = new HashMap<>();

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

    /** A record of {@code series.rejected}. What was refused early is told in the order in which it was refused. */
    public void rejected(Found<String, SeriesRejected> found) {
        var rejection = found.value();
        if (!rejection.getSite().equals(site)) {
            return;
        }
        var refusals = rejection.getReasonsList().stream()
                .flatMap(reason -> Refusal.of(reason).stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Refusal.class)));
        if (rejection.hasAssembled()) {
            var example = rejection.getLogCount() > 0 ? rejection.getLog(0) : LogRef.getDefaultInstance();
            decide(rejection.getAssembled(), new Fate.Refused(refusals, example), found.at());
        } else if (rejection.getAgain()) {
            early.remove(Place.of(rejection.getLog(0)));
        } else {
            early.put(Place.of(rejection.getLog(0)), RefusedEarly.of(found, refusals));
            requireRoom();
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

    /** What was refused, each in the order in which it lies in the log: first what never was a series there. */
    public List<Refused> refused() {
        var series = attempts.values().stream()
                .flatMap(attempt -> RefusedSeries.of(attempt).stream())
                .sorted(Comparator.comparing(RefusedSeries::assembled, IN_THE_LOG));
        return Stream.<Refused>concat(early().stream(), series).toList();
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

    List<RefusedEarly> early() {
        return early.values().stream()
                .sorted(Comparator.comparing(RefusedEarly::example, IN_THE_LOG))
                .toList();
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
        if (newest.size() > mostSeries || early.size() > mostSeries) {
            throw new UnableToReport(
                    "the site has more than " + mostSeries + " series in that time; choose less of it");
        }
    }
}
