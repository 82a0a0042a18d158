package dev.auricle.deploy.survive;

import dev.auricle.inference.follow.ModelFollower;
import dev.auricle.schemas.connect.KafkaConnection;
import dev.auricle.schemas.identity.Sha256;
import dev.auricle.schemas.key.ShardKey;
import dev.auricle.schemas.log.LogWriter;
import dev.auricle.schemas.plan.Plan;
import dev.auricle.schemas.record.Layout;
import dev.auricle.schemas.record.ModelManifest;
import dev.auricle.schemas.record.ModelShard;
import dev.auricle.schemas.record.ShardPlace;
import dev.auricle.schemas.record.TensorShape;
import dev.auricle.schemas.shard.FloatBytes;
import dev.auricle.schemas.topic.Topics;

/** A plan's untrained network in the register, as a model that is released. */
final class ReleasedModel {
    private static final String VERSION = "atrium.3";

    private ReleasedModel() {}

    /** Writes it as the first model in the log. */
    static void write(KafkaConnection kafka, Plan plan) {
        var method = ModelFollower.method(plan);
        var vector = method.initialShared(1).vector();
        var weights = new float[vector.remaining()];
        vector.get(weights);
        var layout = Layout.newBuilder().setShardLength(weights.length);
        method.shared()
                .tensors()
                .forEach(tensor -> layout.addTensors(
                        TensorShape.newBuilder().setName(tensor.name()).addAllShape(tensor.dimensions())));
        var bytes = FloatBytes.of(weights);
        var manifest = ModelManifest.newBuilder()
                .setFederation(plan.federation())
                .setVersion(VERSION)
                .setRound(3)
                .setStatus(ModelManifest.Status.RELEASED)
                .setLayout(layout)
                .setParameters(weights.length)
                .setSha256(Sha256.of(bytes))
                .addShards(ShardPlace.newBuilder().setSha256(Sha256.of(bytes)));
        try (var writer = new LogWriter(kafka)) {
            writer.write(Topics.PLANS, plan.federation(), plan);
            writer.write(
                    Topics.MODEL_SHARDS,
                    0,
                    new ShardKey(VERSION, 0),
                    ModelShard.newBuilder().setWeights(bytes).build());
            writer.flush();
            writer.write(Topics.MODELS, VERSION, manifest.build());
            writer.flush();
        }
    }
}
