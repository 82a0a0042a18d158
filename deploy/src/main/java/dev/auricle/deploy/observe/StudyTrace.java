package dev.auricle.deploy.observe;

import dev.auricle.schemas.log.LogScan;
import dev.auricle.schemas.log.LogScan.Found;
import dev.auricle.schemas.record.DeliveryFailed;
import dev.auricle.schemas.record.Reason;
import dev.auricle.schemas.record.SeriesAssembled;
import dev.auricle.schemas.record.SeriesRejected;
import dev.auricle.schemas.topic.Topic;
import dev.auricle.schemas.topic.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The way of one study through the topics of a site, by the trace that all of its records carry. */
public final class StudyTrace {
    private final LogScan scan;
    private final String trace;
    private final Instant since;
    private final List<TraceStep> steps = new ArrayList<>();

    private StudyTrace(LogScan scan, String trace, Instant since) {
        this.scan = scan;
        this.trace = trace;
        this.since = since;
    }

    /**
     * Reads it.
     *
     * @param trace the study's keyed hash
     * @param since nothing older is read
     * @return in flow order; neighbours of one kind are one step
     */
    public static List<TraceStep> read(LogScan scan, String trace, Instant since) {
        var study = new StudyTrace(scan, trace, since);
        study.follow(Topics.DICOM_INSTANCES, chunk -> chunk.hasSeal() ? "instance" : "chunk of an instance");
        study.follow(Topics.SERIES_ASSEMBLED, StudyTrace::assembled);
        study.follow(Topics.SERIES_REJECTED, StudyTrace::rejected);
        study.follow(Topics.SAMPLES, sample -> "sample of revision " + sample.getRevision());
        study.follow(Topics.STUDIES_PREPARED, slices -> "slices for inference, revision " + slices.getRevision());
        study.follow(Topics.SEGMENTATIONS, mask -> "segmented by " + mask.getModelVersion());
        study.follow(Topics.DELIVERY_FAILED, StudyTrace::failed);
        return List.copyOf(study.steps);
    }

    private <K, V> void follow(Topic<K, V> topic, Function<V, String> what) {
        scan.scan(topic, since, found -> {
            if (found.trace().equals(trace)) {
                add(step(topic, found, what.apply(found.value())));
            }
        });
    }

    private void add(TraceStep step) {
        int last = steps.size() - 1;
        if (last >= 0 && steps.get(last).isFollowedBy(step)) {
            steps.set(last, steps.get(last).with(step));
        } else {
            steps.add(step);
        }
    }

    private static TraceStep step(Topic<?, ?> topic, Found<?, ?> found, String what) {
        return new TraceStep(
                Instant.ofEpochMilli(found.at()),
                topic.name(),
                found.partition(),
                new TraceStep.Offsets(found.offset(), found.offset(), 1),
                what);
    }

    private static String assembled(SeriesAssembled series) {
        return series.getModality() + " series of " + series.getInstanceCount() + " instances, revision "
                + series.getRevision();
    }

    private static String rejected(SeriesRejected series) {
        return series.getAgain()
                ? "sent again"
                : series.getReasonsList().stream().map(Reason::getCode).collect(Collectors.joining(", "));
    }

    private static String failed(DeliveryFailed failed) {
        return failed.getTarget() + " " + failed.getReason().getCode();
    }
}
