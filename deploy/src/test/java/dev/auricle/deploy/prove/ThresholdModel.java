package dev.auricle.deploy.prove;

import dev.auricle.inference.follow.ModelFollower;
import dev.auricle.schemas.connect.KafkaConnection;
import dev.auricle.schemas.identity.Sha256;
import dev.auricle.schemas.key.ShardKey;
import dev.auricle.schemas.log.LogReader;
import dev.auricle.schemas.log.LogWriter;
import dev.auricle.schemas.plan.Plan;
import dev.auricle.schemas.record.Layout;
import dev.auricle.schemas.record.ModelManifest;
import dev.auricle.schemas.record.ModelShard;
import dev.auricle.schemas.record.ShardPlace;
import dev.auricle.schemas.record.TensorShape;
import dev.auricle.schemas.shard.FloatBytes;
import dev.auricle.schemas.shard.Layouts;
import dev.auricle.schemas.topic.Topics;
import java.util.List;

/**
 * A U-Net whose weights are written by hand: class 1 is what is brighter than a threshold. So it is known, to the voxel,
 * what the network shows of an image, and whatever of that ends up elsewhere was moved on the way.
 *
 * <p>Of every block only the middle of the kernel from channel 0 to channel 0 is not zero; the lower levels are silent.
 * A block normalises each channel by the deviation d within the slice, √(d² + 10⁻⁵). With a weight of 10⁻⁴ the deviation
 * does not matter, √10⁻⁵ remains, and a scale of √10⁻⁵ / 10⁻⁴ undoes both: the block subtracts the mean of the slice and
 * keeps what is positive. What is left of the bright part after four such blocks is compared by the head.
 */
final class ThresholdModel {
    private static final String VERSION = "atrium.1";
    private static final int KERNEL_MIDDLE = 4;
    private static final float SMALL = 1e-4f;
    private static final float UNDO = (float) (Math.sqrt(1e-5) / 1e-4);

    private ThresholdModel() {}

    /**
     * Releases it to a federation, as the aggregator does.
     *
     * @param zScore the threshold; what the means of slices take away comes on top of it
     */
    static void release(KafkaConnection hub, Plan plan, float zScore) {
        var shared = ModelFollower.method(plan).shared();
        var weights = weights(shared, plan.network().baseChannels(), zScore);
        var layout = Layout.newBuilder().setShardLength(weights.length);
        shared.tensors()
                .forEach(tensor -> layout.addTensors(
                        TensorShape.newBuilder().setName(tensor.name()).addAllShape(tensor.dimensions())));
        var bytes = FloatBytes.of(weights);
        try (var writer = new LogWriter(hub);
                var reader = new LogReader(hub)) {
            long offset = reader.end(Topics.MODEL_SHARDS, 0);
            var shard = ModelShard.newBuilder().setWeights(bytes).build();
            writer.write(Topics.MODEL_SHARDS, 0, new ShardKey(VERSION, 0), shard);
            writer.write(
                    Topics.MODELS,
                    VERSION,
                    ModelManifest.newBuilder()
                            .setFederation(plan.federation())
                            .setVersion(VERSION)
                            .setRound(1)
                            .setStatus(ModelManifest.Status.RELEASED)
                            .setLayout(layout)
                            .setParameters(weights.length)
                            .setSha256(Layouts.modelSha256(List.of(Sha256.of(bytes))))
                            .addShards(ShardPlace.newBuilder().setOffset(offset).setSha256(Sha256.of(bytes)))
                            .build());
            writer.flush();
        }
    }

    private static float[] weights(dev.auricle.learning.state.Layout layout, int channels, float zScore) {
        var weights = new float[layout.parameters()];
        for (var block : List.of("encoder.0.first", "encoder.0.second", "decoder.0.first", "decoder.0.second")) {
            weights[layout.offsetOf(block + ".weight") + KERNEL_MIDDLE] = SMALL;
            weights[layout.offsetOf(block + ".scale")] = UNDO;
        }
        weights[layout.offsetOf("head.weight") + channels] = 1;
        weights[layout.offsetOf("head.bias") + 1] = -zScore;
        return weights;
    }
}
