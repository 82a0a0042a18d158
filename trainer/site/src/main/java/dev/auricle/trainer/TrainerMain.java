package dev.auricle.trainer;

import dev.auricle.learning.engine.LearningEngine;
import dev.auricle.schemas.ContractException;
import dev.auricle.schemas.connect.RetryBudget;
import dev.auricle.schemas.log.PlanFollower;
import dev.auricle.schemas.plan.Plan;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running trainer: follows the federation's plan and answers its rounds, on a thread of its own. */
public final class TrainerMain implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TrainerMain.class);
    private static final Duration PLAN_TICK = Duration.ofMillis(200);
    private static final Duration FAREWELL = Duration.ofSeconds(30);

    private final TrainerConfig config;
    private final TrainerSite site;
    private final String federation;
    private final LearningEngine engine;
    private final Clock clock;
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final AtomicBoolean failed = new AtomicBoolean();
    private final Thread thread;

    /** Starts. */
    public TrainerMain(TrainerConfig config, TrainerSite site, String federation, LearningEngine engine, Clock clock) {
        this.config = config;
        this.site = site;
        this.federation = federation;
        this.engine = engine;
        this.clock = clock;
        thread = new Thread(this::run, "trainer-" + site.name());
        thread.start();
    }

    /** Whether it has stopped by itself, for a reason that does not pass. */
    public boolean hasFailed() {
        return failed.get();
    }

    @Override
    public void close() {
        stopping.set(true);
        try {
            thread.join(FAREWELL.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Tries again what may pass, with a budget; for anything else the trainer stops, loudly. */
    private void run() {
        var budget = new RetryBudget(clock);
        while (!stopping.get() && !failed.get()) {
            try {
                followPlans();
            } catch (KafkaException | ContractException failure) {
                failed.set(!stopping.get() && (failure instanceof ProducerFencedException || !budget.allowsAnother()));
                LOG.atError()
                        .addKeyValue("site", site.name())
                        .setCause(failure)
                        .log(failed.get() ? "the trainer stops" : "the trainer begins the round again");
            }
        }
    }

    private void followPlans() {
        try (var plans = new PlanFollower(site.federation(), federation)) {
            while (!stopping.get()) {
                plans.poll(PLAN_TICK)
                        .filter(inForce -> inForce.plan().sites().contains(site.name()))
                        .ifPresent(inForce -> train(inForce.plan(), plans));
            }
        }
    }

    private void train(Plan plan, PlanFollower plans) {
        try (var flow = new TrainerFlow(config, site, plan, engine, clock)) {
            while (!stopping.get() && isInForce(plan, plans)) {
                flow.step(stopping::get);
            }
        }
    }

    private static boolean isInForce(Plan plan, PlanFollower plans) {
        return plans.poll(Duration.ZERO)
                .filter(inForce -> inForce.plan().equals(plan))
                .isPresent();
    }
}
