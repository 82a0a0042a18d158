package dev.auricle.trainer.publish;

import com.google.protobuf.ByteString;
import dev.auricle.learning.state.Layout;
import dev.auricle.schemas.connect.KafkaConnection;
import dev.auricle.schemas.identity.NameUuid;
import dev.auricle.schemas.identity.Sha256;
import dev.auricle.schemas.key.AnswerKey;
import dev.auricle.schemas.key.UpdateKey;
import dev.auricle.schemas.log.LogWriter;
import dev.auricle.schemas.plan.Plan;
import dev.auricle.schemas.record.Decline;
import dev.auricle.schemas.record.OffsetRange;
import dev.auricle.schemas.record.UpdateManifest;
import dev.auricle.schemas.record.UpdateShard;
import dev.auricle.schemas.shard.FloatBytes;
import dev.auricle.schemas.shard.Shards;
import dev.auricle.schemas.topic.Topics;
import dev.auricle.trainer.follow.OpenRound;
import dev.auricle.trainer.follow.RoundFollower;
import dev.auricle.trainer.learn.RoundResult;
import dev.auricle.trainer.learn.RoundResult.Declined;
import dev.auricle.trainer.learn.RoundResult.Measured;
import dev.auricle.trainer.learn.RoundResult.Update;
import dev.auricle.trainer.protect.Outgoing;

/**
 * Publishes a site's answer to a round in one transaction: every shard, then the manifest, and that the round is
 * answered. Whoever is killed in between has published nothing and answers the round again.
 */
public final class AnswerPublisher implements AutoCloseable {
    private final LogWriter writer;
    private final Plan plan;
    private final String site;
    private final String engine;
    private final int lanes;

    /**
     * For one site of a plan.
     *
     * @param engine what computes, for the lineage
     * @param lanes partitions of {@code update.shards}
     */
    public AnswerPublisher(KafkaConnection federation, Plan plan, String site, String engine, int lanes) {
        this.plan = plan;
        this.site = site;
        this.engine = engine;
        this.lanes = lanes;
        writer = new LogWriter(federation, "auricle-trainer-" + plan.federation() + "-" + site);
    }

    /** Publishes, and marks the round as answered. */
    public void publish(OpenRound round, RoundResult result, OffsetRange range, Layout layout, RoundFollower follower) {
        writer.transact(() -> {
            writer.write(
                    Topics.UPDATE_MANIFESTS,
                    new AnswerKey(round.federation(), round.round(), site),
                    manifest(round, result, range, layout));
            writer.read(follower.answered(round), follower.group());
        });
        follower.forget(round);
    }

    @Override
    public void close() {
        writer.close();
    }

    private UpdateManifest manifest(OpenRound round, RoundResult result, OffsetRange range, Layout layout) {
        var manifest = UpdateManifest.newBuilder()
                .setFederation(round.federation())
                .setRound(round.round())
                .setSite(site)
                .setPurpose(round.purpose())
                .setUpdateId(updateId(round))
                .setPlanSha256(round.planSha256())
                .setEngine(engine)
                .addTrainedOn(range);
        if (result instanceof Declined declined) {
            return manifest.setDeclined(
                            Decline.newBuilder().setCode(declined.code()).setSentence(declined.sentence()))
                    .build();
        }
        if (result instanceof Update update) {
            var outgoing = Outgoing.of(update);
            writeShards(round, outgoing, manifest);
            return told(manifest, outgoing)
                    .setLayout(LayoutRecords.of(layout, plan.rounds().shardLength()))
                    .build();
        }
        return told(manifest, Outgoing.of((Measured) result)).build();
    }

    private static UpdateManifest.Builder told(UpdateManifest.Builder manifest, Outgoing outgoing) {
        return manifest.setSamples(outgoing.samples()).putAllMetrics(outgoing.metrics());
    }

    private void writeShards(OpenRound round, Outgoing outgoing, UpdateManifest.Builder manifest) {
        var shards = new Shards(outgoing.weights().remaining(), plan.rounds().shardLength());
        for (int shard = 0; shard < shards.count(); shard++) {
            var weights = slice(outgoing, shards, shard);
            writer.write(
                    Topics.UPDATE_SHARDS,
                    Shards.lane(shard, lanes),
                    new UpdateKey(round.federation(), round.round(), shard, site),
                    UpdateShard.newBuilder()
                            .setUpdateId(updateId(round))
                            .setWeights(weights)
                            .build());
            manifest.addShardSha256(Sha256.of(weights));
        }
    }

    private static ByteString slice(Outgoing outgoing, Shards shards, int shard) {
        var floats = new float[shards.lengthOf(shard)];
        outgoing.weights().get((int) shards.begin(shard), floats);
        return FloatBytes.of(floats);
    }

    /** The same for every try at a round: whichever counts, it is the same update. */
    private String updateId(OpenRound round) {
        return NameUuid.of("update", round.federation(), String.valueOf(round.round()), site)
                .toString();
    }
}
