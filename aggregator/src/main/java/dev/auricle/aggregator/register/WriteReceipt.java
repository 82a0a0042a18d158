package dev.auricle.aggregator.register;

import dev.auricle.schemas.identity.Sha256;
import dev.auricle.schemas.key.ShardKey;
import dev.auricle.schemas.record.ModelShard;
import dev.auricle.schemas.record.ShardPlace;
import dev.auricle.schemas.record.ShardReceipt;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/** Notes where a merged shard lies and what its hash is, and lets go of its bytes. */
public final class WriteReceipt extends ContextualProcessor<ShardKey, ModelShard, String, ShardReceipt> {
    @Override
    public void process(Record<ShardKey, ModelShard> merged) {
        var metadata = context().recordMetadata().orElseThrow();
        var receipt = ShardReceipt.newBuilder()
                .setShard(merged.key().shard())
                .setPlace(ShardPlace.newBuilder()
                        .setPartition(metadata.partition())
                        .setOffset(metadata.offset())
                        .setSha256(Sha256.of(merged.value().getWeights())))
                .build();
        context().forward(new Record<>(merged.key().version(), receipt, merged.timestamp()));
    }
}
