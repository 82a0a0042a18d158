package dev.auricle.schemas.log;

import com.google.protobuf.ByteString;
import dev.auricle.schemas.connect.KafkaConnection;
import dev.auricle.schemas.identity.Sha256;
import dev.auricle.schemas.record.InstanceChunk;
import dev.auricle.schemas.record.LogRef;
import dev.auricle.schemas.topic.Topics;
import java.util.ArrayList;
import java.util.List;

/** Reads received instances back from the log: the chunks between two offsets that belong together. */
public final class InstanceReader implements AutoCloseable {
    private final LogReader log;

    /** Reads from a site's cluster. */
    public InstanceReader(KafkaConnection site) {
        log = new LogReader(site);
    }

    /**
     * One instance.
     *
     * @throws UnableToReadLog when it is no longer there or its bytes are not those that were acknowledged
     */
    public ReceivedInstance read(LogRef ref) {
        var chunks = new ArrayList<InstanceChunk>();
        log.read(Topics.DICOM_INSTANCES, ref.getPartition(), ref.getFirstOffset(), ref.getLastOffset(), entry -> {
            if (chunks.isEmpty()
                    || chunks.get(0).getTransferId().equals(entry.value().getTransferId())) {
                chunks.add(entry.value());
            }
        });
        if (chunks.isEmpty()) {
            throw new UnableToReadLog(LogRefs.show(ref) + " holds nothing any more");
        }
        return join(ref, chunks);
    }

    @Override
    public void close() {
        log.close();
    }

    private static ReceivedInstance join(LogRef ref, List<InstanceChunk> chunks) {
        var data =
                ByteString.copyFrom(chunks.stream().map(InstanceChunk::getData).toList());
        if (!Sha256.of(data).equals(ref.getSha256())) {
            throw new UnableToReadLog(LogRefs.show(ref) + " does not hold the bytes that were acknowledged");
        }
        var first = chunks.get(0);
        return new ReceivedInstance(
                first.getSopClassUid(), first.getSopInstanceUid(), first.getTransferSyntaxUid(), data);
    }
}
