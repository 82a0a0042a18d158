package dev.auricle.schemas.log;

import dev.auricle.schemas.connect.KafkaConnection;
import dev.auricle.schemas.record.ModelManifest;
import dev.auricle.schemas.topic.Topics;

/** Puts a model version together from its shards. */
public final class ModelReader implements AutoCloseable {
    private final LogReader log;

    /** Reads from the federation's cluster. */
    public ModelReader(KafkaConnection federation) {
        log = new LogReader(federation);
    }

    /**
     * The version's parameters as one vector, in the order of its layout.
     *
     * @throws UnableToReadLog when a shard is gone or is not the one that the manifest names
     */
    public float[] read(ModelManifest manifest) {
        return new VectorReader(log, Topics.MODEL_SHARDS)
                .read(manifest.getVersion(), manifest.getLayout(), manifest.getShardsList());
    }

    @Override
    public void close() {
        log.close();
    }
}
