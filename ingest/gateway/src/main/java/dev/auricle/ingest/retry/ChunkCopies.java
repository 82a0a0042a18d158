package dev.auricle.ingest.retry;

import dev.auricle.schemas.record.InstanceChunk;
import java.util.Optional;
import java.util.function.Function;

/** Copies the chunks of one instance, the one that the first chunk is of; chunks of other transfers may lie between. */
final class ChunkCopies implements Function<InstanceChunk, Optional<InstanceChunk>> {
    private Optional<String> transfer = Optional.empty();

    @Override
    public Optional<InstanceChunk> apply(InstanceChunk chunk) {
        transfer = transfer.or(() -> Optional.of(chunk.getTransferId()));
        return transfer.filter(chunk.getTransferId()::equals)
                .map(same -> chunk.toBuilder().setAgain(true).build());
    }
}
