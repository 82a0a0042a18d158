package dev.auricle.inference.deliver;

import dev.auricle.dicom.annotation.SourceSeries;
import dev.auricle.dicom.dictionary.DicomException;
import dev.auricle.dicom.network.DicomNetwork;
import dev.auricle.inference.encode.Result;
import dev.auricle.inference.encode.UnableToEncode;
import dev.auricle.schemas.connect.Worker;
import dev.auricle.schemas.record.DeliveryFailed;
import dev.auricle.schemas.record.LogRef;
import dev.auricle.schemas.record.Reason;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands a result to every target, each until it takes it, refuses it, or has been tried often enough. */
public final class Delivery {
    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    private final List<Target> targets = new ArrayList<>();
    private final RetryConfig retry;
    private final Clock clock;

    /** To the targets that are configured. */
    public Delivery(
            Optional<ArchiveConfig> archive,
            Optional<FhirConfig> fhir,
            RetryConfig retry,
            DicomNetwork network,
            Clock clock) {
        archive.ifPresent(config -> targets.add(new ArchiveTarget(config, network)));
        fhir.ifPresent(config -> targets.add(new FhirTarget(config)));
        this.retry = retry;
        this.clock = clock;
    }

    /**
     * Delivers.
     *
     * @param place where the segmentation lies
     * @return what could not be delivered; empty altogether when it was told to stop before it was through
     */
    public Optional<List<DeliveryFailed>> deliver(
            Result result, SourceSeries source, LogRef place, Worker.Stopping stopping) {
        var failures = new ArrayList<DeliveryFailed>();
        for (var target : targets) {
            int attempts = 1;
            var attempt = attempt(target, result, source);
            while (attempt instanceof Attempt.NotNow && attempts < retry.attempts()) {
                if (stopping.await(retry.pauseAfter(attempts))) {
                    return Optional.empty();
                }
                attempt = attempt(target, result, source);
                attempts++;
            }
            log(target, result, attempt, attempts);
            if (!(attempt instanceof Attempt.Taken)) {
                failures.add(failed(target, result, attempt, attempts, place));
            }
        }
        return Optional.of(failures);
    }

    private static Attempt attempt(Target target, Result result, SourceSeries source) {
        try {
            return target.deliver(result, source);
        } catch (UnableToEncode | DicomException unable) {
            return new Attempt.Refused(String.valueOf(unable.getMessage()));
        }
    }

    /** That a result never got as far as a target. */
    DeliveryFailed failed(Result result, LogRef place, String sentence) {
        return failed(result, place)
                .setReason(Reason.newBuilder().setCode("NOT_IN_LOG").setSentence(sentence))
                .build();
    }

    private DeliveryFailed failed(Target target, Result result, Attempt attempt, int attempts, LogRef place) {
        var reason = attempt instanceof Attempt.Refused refused
                ? Reason.newBuilder().setCode("REFUSED").setSentence(refused.reason())
                : Reason.newBuilder().setCode("NOT_TAKEN").setSentence(((Attempt.NotNow) attempt).reason());
        return failed(result, place)
                .setTarget(target.name())
                .setReason(reason)
                .setAttempts(attempts)
                .build();
    }

    private DeliveryFailed.Builder failed(Result result, LogRef place) {
        return DeliveryFailed.newBuilder()
                .setSite(result.head().getSite())
                .setStudyInstanceUid(result.head().getStudyInstanceUid())
                .setSeriesInstanceUid(result.head().getSeriesInstanceUid())
                .setModelVersion(result.head().getModelVersion())
                .setFailedAtMs(clock.millis())
                .setSegmentation(place);
    }

    private static void log(Target target, Result result, Attempt attempt, int attempts) {
        LOG.atInfo()
                .addKeyValue("site", result.head().getSite())
                .addKeyValue("target", target.name())
                .addKeyValue("attempts", attempts)
                .log(attempt.getClass().getSimpleName());
    }
}
