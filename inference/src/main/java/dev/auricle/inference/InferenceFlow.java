package dev.auricle.inference;

import dev.auricle.dicom.network.DicomNetwork;
import dev.auricle.inference.deliver.DeliverNext;
import dev.auricle.inference.deliver.Delivery;
import dev.auricle.inference.encode.SourceHeaders;
import dev.auricle.inference.follow.ModelFollower;
import dev.auricle.inference.follow.PartsFollower;
import dev.auricle.inference.follow.SegmentationParts;
import dev.auricle.inference.follow.SiteParts;
import dev.auricle.inference.follow.VolumeParts;
import dev.auricle.inference.segment.SegmentNext;
import dev.auricle.learning.engine.LearningEngine;
import dev.auricle.schemas.connect.FederationConfig;
import dev.auricle.schemas.connect.KafkaConnection;
import dev.auricle.schemas.connect.Worker;
import dev.auricle.schemas.key.SegmentationKey;
import dev.auricle.schemas.log.LogWriter;
import dev.auricle.schemas.record.DeliveryFailed;
import dev.auricle.schemas.topic.Topics;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * The two halves of inference, each a job for a worker.
 *
 * <pre>
 *   models, studies.prepared ─▶ follow ─▶ segment ─▶ segmentations
 *   segmentations ─▶ encode ─▶ deliver ─▶ archive and FHIR server, or delivery.failed
 * </pre>
 *
 * Segmenting is exactly once: a result and the fact that its volume is done are one transaction. Delivering is at least
 * once, under names that are the same every time, which comes to the same.
 */
final class InferenceFlow {
    private static final Duration TICK = Duration.ofMillis(200);

    private final InferenceConfig config;
    private final KafkaConnection site;
    private final FederationConfig federation;
    private final Clock clock;

    InferenceFlow(InferenceConfig config, KafkaConnection site, FederationConfig federation, Clock clock) {
        this.config = config;
        this.site = site;
        this.federation = federation;
        this.clock = clock;
    }

    /** Segments what waits, once a model is released. */
    Worker.Job segmenting(LearningEngine engine) {
        var name = config.application() + "-segment";
        return stopping -> {
            try (var models = new ModelFollower(federation);
                    var parts = new SiteParts(site);
                    var next = new SegmentNext(engine, config.segmenting(), parts, clock)) {
                if (!isReleased(models, stopping)) {
                    return;
                }
                try (var volumes = new PartsFollower<>(site, Topics.STUDIES_PREPARED, name, new VolumeParts());
                        var writer = new LogWriter(site, name + "-" + config.instance())) {
                    while (!stopping.isStopping()) {
                        models.poll(Duration.ZERO).ifPresent(next::use);
                        volumes.poll(TICK)
                                .ifPresent(volume -> writer.transact(() -> {
                                    next.segment(volume, writer);
                                    writer.read(volume.read(), volumes.group());
                                }));
                    }
                }
            }
        };
    }

    /** Delivers what is segmented. */
    Worker.Job delivering(DicomNetwork network) {
        var name = config.application() + "-deliver";
        return stopping -> {
            var delivery = new Delivery(config.archive(), config.fhir(), config.retry(), network, clock);
            try (var headers = new SourceHeaders(site);
                    var results = new PartsFollower<>(site, Topics.SEGMENTATIONS, name, new SegmentationParts());
                    var writer = new LogWriter(site, name + "-" + config.instance())) {
                var next = new DeliverNext(delivery, headers);
                while (!stopping.isStopping()) {
                    results.poll(TICK)
                            .ifPresent(result -> next.deliver(result, stopping)
                                    .ifPresent(failures -> writer.transact(() -> {
                                        write(failures, result.trace(), writer);
                                        writer.read(result.read(), results.group());
                                    })));
                }
            }
        };
    }

    private static boolean isReleased(ModelFollower models, Worker.Stopping stopping) {
        while (!stopping.isStopping()) {
            if (models.poll(TICK).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static void write(List<DeliveryFailed> failures, String trace, LogWriter writer) {
        for (var failure : failures) {
            var key = new SegmentationKey(failure.getSeriesInstanceUid(), failure.getModelVersion());
            writer.write(Topics.DELIVERY_FAILED, key, failure, trace);
        }
    }
}
