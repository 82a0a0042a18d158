package dev.auricle.deploy.survive;

import dev.auricle.schemas.connect.KafkaConnection;
import dev.auricle.schemas.key.AnswerKey;
import dev.auricle.schemas.key.ShardKey;
import dev.auricle.schemas.log.Follower;
import dev.auricle.schemas.record.ModelManifest;
import dev.auricle.schemas.record.ModelManifest.Status;
import dev.auricle.schemas.record.ModelShard;
import dev.auricle.schemas.record.RoundEvent;
import dev.auricle.schemas.record.UpdateManifest;
import dev.auricle.schemas.topic.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/** Sees how far rounds are, by what is committed in the log. */
final class RoundWatch implements AutoCloseable {
    private static final Duration TICK = Duration.ofMillis(5);

    private final String federation;
    private final Admin admin;
    private final Follower<String, RoundEvent> rounds;
    private final Follower<AnswerKey, UpdateManifest> answers;
    private final Follower<ShardKey, ModelShard> shards;
    private final Follower<String, ModelManifest> models;
    private final List<RoundEvent> heard = new ArrayList<>();
    private final List<AnswerKey> answered = new ArrayList<>();
    private final List<ShardKey> merged = new ArrayList<>();
    private final List<ModelManifest> registered = new ArrayList<>();

    /** Watches from the log's beginning. */
    RoundWatch(KafkaConnection kafka, String federation) {
        this.federation = federation;
        admin = kafka.admin();
        rounds = new Follower<>(kafka, Topics.ROUNDS);
        answers = new Follower<>(kafka, Topics.UPDATE_MANIFESTS);
        shards = new Follower<>(kafka, Topics.MODEL_SHARDS);
        models = new Follower<>(kafka, Topics.MODELS);
    }

    /** Takes in what has come. */
    void look() {
        rounds.poll(TICK).forEach(entry -> heard.add(entry.value()));
        answers.poll(TICK).forEach(entry -> answered.add(entry.key()));
        shards.poll(TICK).forEach(entry -> merged.add(entry.key()));
        models.poll(TICK).forEach(entry -> registered.add(entry.value()));
    }

    boolean isOpen(int round) {
        return heard.stream().anyMatch(event -> event.getRound() == round && event.hasOpened()) && !isCommitted(round);
    }

    boolean isCommitted(int round) {
        return heard.stream().anyMatch(event -> event.getRound() == round && event.hasCommitted());
    }

    boolean isAnswered(int round, String site) {
        return answered.contains(new AnswerKey(federation, round, site));
    }

    /** Whether the trainer has noted which samples it learns a round from: its first act in a round. */
    boolean isBegun(int round, String site) {
        try {
            return admin
                    .listConsumerGroupOffsets("auricle-trainer-" + federation + "-" + site)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .values()
                    .stream()
                    .anyMatch(noted -> noted.metadata().equals(federation + "/" + round));
        } catch (ExecutionException notKnownYet) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** How many shards of a round's model there are. */
    long merged(int round) {
        return merged.stream()
                .filter(key -> key.version().equals(federation + "." + round))
                .count();
    }

    boolean isRegistered(int round) {
        return registered.stream().anyMatch(model -> model.getRound() == round);
    }

    /** Whether learning is over. */
    boolean isReleased() {
        look();
        return registered.stream().anyMatch(model -> model.getStatus() == Status.RELEASED);
    }

    @Override
    public void close() {
        rounds.close();
        answers.close();
        shards.close();
        models.close();
        admin.close();
    }
}
