package dev.auricle.trainer.publish;

import dev.auricle.schemas.connect.KafkaConnection;
import dev.auricle.schemas.key.AnswerKey;
import dev.auricle.schemas.key.UpdateKey;
import dev.auricle.schemas.log.LogWriter;
import dev.auricle.schemas.plan.Plan;
import dev.auricle.schemas.record.OffsetRange;
import dev.auricle.schemas.shard.Shards;
import dev.auricle.schemas.topic.Topics;
import dev.auricle.trainer.follow.OpenRound;
import dev.auricle.trainer.follow.RoundFollower;
import dev.auricle.trainer.learn.RoundResult;

/**
 * Publishes a site's answer to a round in one transaction: every shard, then the manifest, and that the round is
 * answered. Whoever is killed in between has published nothing and answers the round again.
 */
public final class AnswerPublisher implements AutoCloseable {
    private final LogWriter writer;
    private final Answers answers;
    private final String site;
    private final int lanes;

    /**
     * For one site of a plan.
     *
     * @param engine what computes, for the lineage
     * @param lanes partitions of {@code update.shards}
     */
    public AnswerPublisher(KafkaConnection federation, Plan plan, String site, String engine, int lanes) {
        this.site = site;
        this.lanes = lanes;
        answers = new Answers(plan, site, engine);
        writer = new LogWriter(federation, "auricle-trainer-" + plan.federation() + "-" + site);
    }

    /** Publishes, and marks the round as answered. */
    public void publish(OpenRound round, RoundResult result, OffsetRange range, RoundFollower follower) {
        writer.transact(() -> {
            var manifest = answers.write(
                    round,
                    result,
                    range,
                    (shard, record) -> writer.write(
                            Topics.UPDATE_SHARDS,
                            Shards.lane(shard, lanes),
                            new UpdateKey(round.federation(), round.round(), shard, site),
                            record));
            writer.write(Topics.UPDATE_MANIFESTS, new AnswerKey(round.federation(), round.round(), site), manifest);
            writer.read(follower.answered(round), follower.group());
        });
        follower.forget(round);
    }

    @Override
    public void close() {
        writer.close();
    }
}
