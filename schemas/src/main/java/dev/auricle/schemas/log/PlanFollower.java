package dev.auricle.schemas.log;

import dev.auricle.schemas.connect.KafkaConnection;
import dev.auricle.schemas.plan.Plan;
import dev.auricle.schemas.topic.Topics;
import java.time.Duration;
import java.util.Optional;

/** Follows the plan of one federation. */
public final class PlanFollower implements AutoCloseable {
    private final Follower<String, Plan> plans;
    private final String federation;
    private Optional<PlanInForce> current = Optional.empty();

    /** Starts before the topic's first record. */
    public PlanFollower(KafkaConnection cluster, String federation) {
        this.federation = federation;
        plans = new Follower<>(cluster, Topics.PLANS);
    }

    /**
     * A plan and when it was published.
     *
     * @param publishedAt epoch milliseconds
     */
    public record PlanInForce(Plan plan, long publishedAt) {}

    /** The plan in force, after waiting at most {@code patience} for news of it. */
    public Optional<PlanInForce> poll(Duration patience) {
        for (var entry : plans.poll(patience)) {
            if (entry.key().equals(federation) && !isCurrent(entry.value())) {
                current = Optional.of(new PlanInForce(entry.value(), entry.timestamp()));
            }
        }
        return current;
    }

    @Override
    public void close() {
        plans.close();
    }

    private boolean isCurrent(Plan plan) {
        return current.map(PlanInForce::plan).filter(plan::equals).isPresent();
    }
}
