package dev.auricle.deploy.rehearse;

import com.google.protobuf.ByteString;
import dev.auricle.aggregator.merge.Folds;
import dev.auricle.learning.method.Method;
import dev.auricle.learning.state.ModelState;
import dev.auricle.schemas.identity.Sha256;
import dev.auricle.schemas.record.RoundCommit;
import dev.auricle.schemas.record.ShardPlace;
import dev.auricle.schemas.record.ShardReceipt;
import dev.auricle.schemas.shard.FloatBytes;
import dev.auricle.schemas.shard.Shards;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Merges as the hub does: shard by shard, in site order, in double precision. */
final class Hub {
    private Hub() {}

    /** A merged model, and for each shard what the register wants to know. */
    record Merged(ModelState shared, List<ShardReceipt> receipts) {}

    /**
     * Merges.
     *
     * @param updates each site's shards
     */
    static Merged merge(RoundCommit commit, Method method, Map<String, List<ByteString>> updates) {
        var shards = new Shards(commit.getParameters(), commit.getShardLength());
        var vector = new float[Math.toIntExact(commit.getParameters())];
        var receipts = new ArrayList<ShardReceipt>();
        for (int shard = 0; shard < shards.count(); shard++) {
            int index = shard;
            var merged = Folds.merge(commit, shards.lengthOf(shard), place -> shard(commit, updates, place, index));
            FloatBytes.view(merged).get(vector, (int) shards.begin(shard), shards.lengthOf(shard));
            receipts.add(ShardReceipt.newBuilder()
                    .setShard(shard)
                    .setPlace(ShardPlace.newBuilder().setSha256(Sha256.of(merged)))
                    .build());
        }
        return new Merged(ModelState.of(method.shared(), vector), receipts);
    }

    private static ByteString shard(RoundCommit commit, Map<String, List<ByteString>> updates, int place, int shard) {
        var site = commit.getParticipants(place).getSite();
        return Optional.ofNullable(updates.get(site)).orElseThrow().get(shard);
    }
}
