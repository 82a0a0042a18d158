package dev.auricle.trainer.publish;

import com.google.protobuf.ByteString;
import dev.auricle.learning.method.PersonalState;
import dev.auricle.schemas.connect.KafkaConnection;
import dev.auricle.schemas.identity.Sha256;
import dev.auricle.schemas.key.AnswerKey;
import dev.auricle.schemas.key.UpdateKey;
import dev.auricle.schemas.log.LogWriter;
import dev.auricle.schemas.plan.Plan;
import dev.auricle.schemas.record.ModelShard;
import dev.auricle.schemas.record.ShardPlace;
import dev.auricle.schemas.shard.FloatBytes;
import dev.auricle.schemas.shard.Layouts;
import dev.auricle.schemas.shard.Shards;
import dev.auricle.schemas.topic.Topics;
import dev.auricle.trainer.follow.OpenRound;
import dev.auricle.trainer.learn.BaseModel;
import java.util.Optional;

/**
 * Keeps a site's own part of what it learned on the site's own cluster, in one transaction, before the update that was
 * learned with it is published on the federation's. Whoever is killed in between repeats the round from the part before
 * and keeps the same bytes once more; a part whose update never counts is never asked for.
 */
public final class PartKeeper implements AutoCloseable {
    private final Optional<LogWriter> writer;
    private final Plan plan;
    private final String site;

    /**
     * For one site of a plan.
     *
     * @param keeps whether the plan's method keeps anything
     */
    public PartKeeper(KafkaConnection cluster, Plan plan, String site, boolean keeps) {
        this.plan = plan;
        this.site = site;
        writer = keeps
                ? Optional.of(new LogWriter(cluster, "auricle-trainer-" + plan.federation() + "-" + site + "-own"))
                : Optional.empty();
    }

    /** Keeps a part; nothing where the method has none. */
    public void keep(OpenRound round, BaseModel base, PersonalState part) {
        writer.ifPresent(log -> log.transact(() -> write(log, round, base, part)));
    }

    @Override
    public void close() {
        writer.ifPresent(LogWriter::close);
    }

    private void write(LogWriter log, OpenRound round, BaseModel base, PersonalState part) {
        var manifest = OwnParts.manifest(plan, site, round, base, part).toBuilder();
        var shards = new Shards(part.state().parameters(), plan.rounds().shardLength());
        for (int shard = 0; shard < shards.count(); shard++) {
            manifest.addShards(write(log, round, shard, slice(part, shards, shard)));
        }
        manifest.setSha256(Layouts.modelSha256(
                manifest.getShardsList().stream().map(ShardPlace::getSha256).toList()));
        log.write(
                Topics.PERSONAL_MODELS,
                plan.partitionOf(site),
                new AnswerKey(round.federation(), round.round(), site),
                manifest.build());
    }

    private ShardPlace write(LogWriter log, OpenRound round, int shard, ByteString weights) {
        int partition = plan.partitionOf(site);
        long offset = log.append(
                Topics.PERSONAL_SHARDS,
                partition,
                new UpdateKey(round.federation(), round.round(), shard, site),
                ModelShard.newBuilder().setWeights(weights).build());
        return ShardPlace.newBuilder()
                .setPartition(partition)
                .setOffset(offset)
                .setSha256(Sha256.of(weights))
                .build();
    }

    private static ByteString slice(PersonalState part, Shards shards, int shard) {
        var floats = new float[shards.lengthOf(shard)];
        part.state().vector().get((int) shards.begin(shard), floats);
        return FloatBytes.of(floats);
    }
}
