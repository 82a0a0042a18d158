package dev.auricle.schemas.log;

import dev.auricle.schemas.connect.KafkaConnection;
import dev.auricle.schemas.identity.Sha256;
import dev.auricle.schemas.record.ModelManifest;
import dev.auricle.schemas.record.ShardPlace;
import dev.auricle.schemas.shard.FloatBytes;
import dev.auricle.schemas.shard.Layouts;
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
        var shards = Layouts.shards(manifest.getLayout());
        var parameters = new float[Math.toIntExact(shards.parameters())];
        for (int index = 0; index < shards.count(); index++) {
            readShard(manifest, index, parameters, (int) shards.begin(index), shards.lengthOf(index));
        }
        return parameters;
    }

    @Override
    public void close() {
        log.close();
    }

    private void readShard(ModelManifest manifest, int index, float[] target, int begin, int length) {
        var place = manifest.getShards(index);
        log.read(Topics.MODEL_SHARDS, place.getPartition(), place.getOffset(), place.getOffset(), entry -> {
            var weights = entry.value().getWeights();
            if (!Sha256.of(weights).equals(place.getSha256()) || weights.size() != length * Float.BYTES) {
                throw new UnableToReadLog("shard " + index + " of " + manifest.getVersion() + " at " + show(place)
                        + " is not the one that was merged");
            }
            FloatBytes.view(weights).get(target, begin, length);
        });
    }

    private static String show(ShardPlace place) {
        return Topics.MODEL_SHARDS.name() + "-" + place.getPartition() + "@" + place.getOffset();
    }
}
