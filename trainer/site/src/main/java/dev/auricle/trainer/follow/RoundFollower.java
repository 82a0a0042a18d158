package dev.auricle.trainer.follow;

import dev.auricle.schemas.connect.KafkaConnection;
import dev.auricle.schemas.record.RoundEvent;
import dev.auricle.schemas.topic.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Follows {@code rounds} from where this site's last answer was committed. A round that was opened and closed while the
 * site was away is passed over; one that is open is handed out, and again after a crash, until it is answered.
 */
public final class RoundFollower implements AutoCloseable {
    private static final TopicPartition ROUNDS = new TopicPartition(Topics.ROUNDS.name(), 0);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final String federation;
    private final String site;
    private Optional<OpenRound> open = Optional.empty();

    /**
     * Follows one federation for one site.
     *
     * @param group the consumer group under which answers are committed
     */
    public RoundFollower(KafkaConnection cluster, String federation, String site, String group) {
        this.federation = federation;
        this.site = site;
        consumer = cluster.consumer(Map.of(ConsumerConfig.GROUP_ID_CONFIG, group));
        consumer.assign(List.of(ROUNDS));
        var committed = Optional.ofNullable(consumer.committed(Set.of(ROUNDS)).get(ROUNDS));
        committed.ifPresentOrElse(
                answered -> consumer.seek(ROUNDS, answered.offset()), () -> consumer.seekToBeginning(List.of(ROUNDS)));
    }

    /** The round that is open now and not answered; waits at most {@code patience} for news. */
    public Optional<OpenRound> poll(Duration patience) {
        consumer.poll(patience).forEach(this::hear);
        return isUpToDate() ? open : Optional.empty();
    }

    /** Whether a round is still open, as far as has been heard. */
    public boolean isOpen(OpenRound round) {
        consumer.poll(Duration.ZERO).forEach(this::hear);
        return open.filter(round::equals).isPresent();
    }

    /** What to commit with the answer to a round. */
    public Map<TopicPartition, OffsetAndMetadata> answered(OpenRound round) {
        return Map.of(ROUNDS, new OffsetAndMetadata(round.answered()));
    }

    /** The group to commit it for. */
    public ConsumerGroupMetadata group() {
        return consumer.groupMetadata();
    }

    /** The answer is committed: the round is not handed out again. */
    public void forget(OpenRound round) {
        open = open.filter(other -> !other.equals(round));
    }

    @Override
    public void close() {
        consumer.close();
    }

    private boolean isUpToDate() {
        return consumer.currentLag(ROUNDS).orElse(1) == 0;
    }

    private void hear(ConsumerRecord<byte[], byte[]> raw) {
        if (!Topics.ROUNDS.key(raw).equals(federation)) {
            return;
        }
        RoundEvent event = Topics.ROUNDS.value(raw);
        if (event.hasOpened()) {
            open = event.getOpened().getSitesList().contains(site)
                    ? Optional.of(OpenRound.of(event, raw.offset()))
                    : Optional.empty();
        } else {
            open = open.filter(known -> known.round() != event.getRound());
        }
    }
}
