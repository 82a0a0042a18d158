package dev.auricle.deploy.survive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.schemas.connect.KafkaConnection;
import dev.auricle.schemas.identity.Sha256;
import dev.auricle.schemas.log.LogReader;
import dev.auricle.schemas.record.InstanceChunk;
import dev.auricle.schemas.topic.Topics;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The instances that a site's log holds whole: every chunk is there, and their bytes are those that the seal is of. */
final class ReceivedLog {
    private final Map<String, MessageDigest> open = new HashMap<>();
    private final Map<String, Long> sizes = new HashMap<>();
    private final Set<String> whole = new TreeSet<>();

    private ReceivedLog() {}

    /** Reads the only partition, holding one record at a time. */
    static Set<String> of(KafkaConnection site) {
        var log = new ReceivedLog();
        try (var reader = new LogReader(site)) {
            long end = reader.end(Topics.DICOM_INSTANCES, 0);
            reader.read(Topics.DICOM_INSTANCES, 0, 0, end - 1, entry -> log.add(entry.value()));
        }
        return log.whole;
    }

    private void add(InstanceChunk chunk) {
        var digest = open.computeIfAbsent(chunk.getTransferId(), transfer -> Sha256.digest());
        digest.update(chunk.getData().toByteArray());
        sizes.merge(chunk.getTransferId(), (long) chunk.getData().size(), Long::sum);
        if (chunk.hasSeal()) {
            assertThat(digest.digest())
                    .as("bytes")
                    .isEqualTo(chunk.getSeal().getSha256().toByteArray());
            assertThat(sizes.remove(chunk.getTransferId()))
                    .isEqualTo(chunk.getSeal().getBytes());
            open.remove(chunk.getTransferId());
            whole.add(chunk.getSopInstanceUid());
        }
    }
}
