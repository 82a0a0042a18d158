package dev.auricle.inference;

import dev.auricle.dicom.network.DicomNetwork;
import dev.auricle.dicom.tls.UnableToUseCertificate;
import dev.auricle.inference.deliver.ArchiveConfig;
import dev.auricle.learning.engine.LearningEngine;
import dev.auricle.schemas.connect.FederationConfig;
import dev.auricle.schemas.connect.KafkaConnection;
import dev.auricle.schemas.connect.Worker;
import java.time.Clock;

/** Running inference: one worker segments, the other delivers. */
public final class InferenceMain implements AutoCloseable {
    private final Worker segmenting;
    private final Worker delivering;

    /**
     * Starts both.
     *
     * @throws UnableToUseCertificate when TLS is wanted and its files are no good
     */
    public InferenceMain(
            InferenceConfig config, Surroundings surroundings, LearningEngine engine, DicomNetwork network) {
        config.archive().ifPresent(ArchiveConfig::requireUsable);
        var clock = surroundings.clock();
        var flow = new InferenceFlow(config, surroundings.site(), surroundings.federation(), clock);
        segmenting = new Worker(config.application() + "-segment", clock, flow.segmenting(engine));
        delivering = new Worker(config.application() + "-deliver", clock, flow.delivering(network));
    }

    /**
     * What inference lives in.
     *
     * @param site the hospital's own cluster
     * @param federation where models come from
     */
    public record Surroundings(KafkaConnection site, FederationConfig federation, Clock clock) {}

    /** Whether a worker has stopped by itself, for a reason that does not pass. */
    public boolean hasFailed() {
        return segmenting.hasFailed() || delivering.hasFailed();
    }

    @Override
    public void close() {
        segmenting.close();
        delivering.close();
    }
}
