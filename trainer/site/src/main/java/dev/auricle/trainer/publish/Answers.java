package dev.auricle.trainer.publish;

import com.google.protobuf.ByteString;
import dev.auricle.learning.state.Layout;
import dev.auricle.schemas.identity.NameUuid;
import dev.auricle.schemas.identity.Sha256;
import dev.auricle.schemas.plan.Plan;
import dev.auricle.schemas.record.Decline;
import dev.auricle.schemas.record.OffsetRange;
import dev.auricle.schemas.record.UpdateManifest;
import dev.auricle.schemas.record.UpdateShard;
import dev.auricle.schemas.shard.FloatBytes;
import dev.auricle.schemas.shard.Shards;
import dev.auricle.trainer.follow.OpenRound;
import dev.auricle.trainer.learn.LayoutRecords;
import dev.auricle.trainer.learn.PlanSettings;
import dev.auricle.trainer.learn.RoundResult;
import dev.auricle.trainer.learn.RoundResult.Declined;
import dev.auricle.trainer.learn.RoundResult.Measured;
import dev.auricle.trainer.learn.RoundResult.Update;
import dev.auricle.trainer.protect.Outgoing;

/** A site's answers as records, whoever carries them to the hub. */
public final class Answers {
    private final Plan plan;
    private final Layout shared;
    private final String site;
    private final String engine;

    /**
     * Of one site of a plan.
     *
     * @param engine what computes, for the lineage
     */
    public Answers(Plan plan, String site, String engine) {
        this.plan = plan;
        this.site = site;
        this.engine = engine;
        shared = PlanSettings.method(plan).shared();
    }

    /** Takes the shards of an update, one after the other. */
    @FunctionalInterface
    public interface ShardSink {
        /** Takes one. */
        void take(int shard, UpdateShard record);
    }

    /** Hands the shards over, if there are any, and returns the manifest that belongs to them. */
    public UpdateManifest write(OpenRound round, RoundResult result, OffsetRange range, ShardSink sink) {
        var manifest = UpdateManifest.newBuilder()
                .setFederation(round.federation())
                .setRound(round.round())
                .setSite(site)
                .setPurpose(round.purpose())
                .setUpdateId(updateId(round, site))
                .setPlanSha256(round.planSha256())
                .setEngine(engine)
                .addTrainedOn(range);
        if (result instanceof Declined declined) {
            return manifest.setDeclined(
                            Decline.newBuilder().setCode(declined.code()).setSentence(declined.sentence()))
                    .build();
        }
        if (result instanceof Update update) {
            var outgoing = Outgoing.of(update, shared);
            writeShards(round, outgoing, manifest, sink);
            return told(manifest, outgoing)
                    .setLayout(LayoutRecords.of(shared, plan.rounds().shardLength()))
                    .build();
        }
        return told(manifest, Outgoing.of((Measured) result)).build();
    }

    /** The same for every try at a round: whichever counts, it is the same update. */
    static String updateId(OpenRound round, String site) {
        return NameUuid.of("update", round.federation(), String.valueOf(round.round()), site)
                .toString();
    }

    private static UpdateManifest.Builder told(UpdateManifest.Builder manifest, Outgoing outgoing) {
        return manifest.setSamples(outgoing.samples()).putAllMetrics(outgoing.metrics());
    }

    private void writeShards(OpenRound round, Outgoing outgoing, UpdateManifest.Builder manifest, ShardSink sink) {
        var shards = new Shards(outgoing.weights().remaining(), plan.rounds().shardLength());
        for (int shard = 0; shard < shards.count(); shard++) {
            var weights = slice(outgoing, shards, shard);
            sink.take(
                    shard,
                    UpdateShard.newBuilder()
                            .setUpdateId(updateId(round, site))
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
}
