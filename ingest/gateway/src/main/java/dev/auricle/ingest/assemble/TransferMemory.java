package dev.auricle.ingest.assemble;

import dev.auricle.schemas.record.InstanceChunk;
import dev.auricle.schemas.record.InstanceHeader;
import dev.auricle.schemas.record.OpenTransfer;
import java.util.ArrayList;
import java.util.Optional;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;

/** Instances of which the first chunk is in the log and the last is not. */
final class TransferMemory {
    static final String STORE = "open-transfers";

    private final KeyValueStore<String, OpenTransfer> transfers;

    TransferMemory(ProcessorContext<?, ?> context) {
        transfers = context.getStateStore(STORE);
    }

    /** The transfer that a chunk belongs to, known from its first chunk; none when that never came. */
    Optional<OpenTransfer> of(InstanceChunk chunk, long offset, long now) {
        if (chunk.getChunk() > 0) {
            return Optional.ofNullable(transfers.get(chunk.getTransferId()));
        }
        InstanceHeader header = Headers.read(chunk);
        return Optional.of(OpenTransfer.newBuilder()
                .setFirstOffset(offset)
                .setBegunAtMs(now)
                .setHeader(header)
                .build());
    }

    void keep(InstanceChunk chunk, OpenTransfer transfer) {
        transfers.put(chunk.getTransferId(), transfer);
    }

    void end(InstanceChunk chunk) {
        if (chunk.getChunk() > 0) {
            transfers.delete(chunk.getTransferId());
        }
    }

    /** Forgets transfers that began before that time: their association broke. */
    void forgetBefore(long millis) {
        var broken = new ArrayList<String>();
        try (var all = transfers.all()) {
            all.forEachRemaining((KeyValue<String, OpenTransfer> entry) -> {
                if (entry.value.getBegunAtMs() < millis) {
                    broken.add(entry.key);
                }
            });
        }
        broken.forEach(transfers::delete);
    }
}
