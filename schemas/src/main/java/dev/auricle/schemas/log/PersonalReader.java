package dev.auricle.schemas.log;

import dev.auricle.schemas.connect.KafkaConnection;
import dev.auricle.schemas.key.AnswerKey;
import dev.auricle.schemas.record.PersonalManifest;
import dev.auricle.schemas.topic.Topics;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads what sites keep to themselves, from their own cluster. Not thread-safe. */
public final class PersonalReader implements AutoCloseable {
    private final Follower<AnswerKey, PersonalManifest> manifests;
    private final LogReader log;
    private final Map<AnswerKey, PersonalManifest> parts = new HashMap<>();

    /** From a site's cluster. */
    public PersonalReader(KafkaConnection site) {
        manifests = new Follower<>(site, Topics.PERSONAL_MODELS);
        log = new LogReader(site);
    }

    /**
     * The part that goes with a model, of those that are in the log now.
     *
     * @param version the model's; empty: the plan's seed
     */
    public Optional<PersonalManifest> partWith(String federation, String site, String version, Lineage lineage) {
        manifests.readToEnd().forEach(entry -> parts.put(entry.key(), entry.value()));
        var own = parts.values().stream()
                .filter(part ->
                        part.getSite().equals(site) && part.getFederation().equals(federation))
                .toList();
        return lineage.partWith(version, own);
    }

    /**
     * A part as one vector, in the order of its layout.
     *
     * @throws UnableToReadLog when a shard is gone or is not the one that the manifest names
     */
    public float[] read(PersonalManifest part) {
        return new VectorReader(log, Topics.PERSONAL_SHARDS)
                .read("round " + part.getRound(), part.getLayout(), part.getShardsList());
    }

    @Override
    public void close() {
        manifests.close();
        log.close();
    }
}
