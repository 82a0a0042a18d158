package dev.auricle.trainer;

import dev.auricle.learning.engine.LearningEngine;
import dev.auricle.schemas.plan.MethodName;
import dev.auricle.schemas.plan.Plan;
import dev.auricle.schemas.record.Purpose;
import dev.auricle.trainer.follow.OpenRound;
import dev.auricle.trainer.follow.RoundFollower;
import dev.auricle.trainer.learn.BaseModel;
import dev.auricle.trainer.learn.PlanSettings;
import dev.auricle.trainer.learn.RoundLearner;
import dev.auricle.trainer.learn.RoundResult;
import dev.auricle.trainer.learn.RoundResult.Declined;
import dev.auricle.trainer.learn.RoundResult.Update;
import dev.auricle.trainer.learn.Turn;
import dev.auricle.trainer.publish.AnswerPublisher;
import dev.auricle.trainer.publish.PartKeeper;
import dev.auricle.trainer.replay.RangeLedger;
import dev.auricle.trainer.replay.SiteData;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * A site's chain: follow ▶ replay ▶ learn ▶ protect ▶ publish, round after round. Killed at any line it begins the round
 * again, from the same model and the same range.
 */
final class TrainerFlow implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TrainerFlow.class);
    private static final Duration TICK = Duration.ofMillis(200);

    private final TrainerConfig config;
    private final BaseModel.Clusters clusters;
    private final Plan plan;
    private final String site;
    private final Clock clock;
    private final RoundFollower follower;
    private final RangeLedger ledger;
    private final SiteData data;
    private final RoundLearner learner;
    private final AnswerPublisher publisher;
    private final PartKeeper keeper;

    TrainerFlow(TrainerConfig config, TrainerSite home, Plan plan, LearningEngine engine, Clock clock) {
        this.config = config;
        this.plan = plan;
        this.clock = clock;
        site = home.name();
        clusters = new BaseModel.Clusters(home.federation(), home.cluster());
        var group = "auricle-trainer-" + plan.federation() + "-" + site;
        // First: it ends what a killed predecessor left open. Until then nobody is told what that one committed.
        publisher = new AnswerPublisher(home.federation(), plan, site, engine.description(), home.lanes());
        keeper = new PartKeeper(
                home.cluster(), plan, site, PlanSettings.method(plan).personal().parameters() > 0);
        follower = new RoundFollower(home.federation(), plan.federation(), site, group);
        ledger = new RangeLedger(home.cluster(), plan.partitionOf(site), group);
        data = new SiteData(home.cluster(), plan, site);
        learner = new RoundLearner(engine, plan, site);
    }

    /** Answers the round that is open, if one is, unless it is told to stop; waits a moment for one otherwise. */
    void step(BooleanSupplier stopping) {
        follower.poll(TICK)
                .filter(round -> round.planSha256().equals(plan.sha256()))
                .ifPresent(round -> answer(round, stopping));
    }

    private void answer(OpenRound round, BooleanSupplier stopping) {
        endFor(round, stopping).ifPresent(end -> answer(round, data.before(end), stopping));
    }

    private void answer(OpenRound round, SiteData.Range range, BooleanSupplier stopping) {
        log(round, range).log("round begun");
        // Stopped, nothing is said: whoever comes next begins the round again.
        work(round, range, stopping).ifPresent(result -> {
            publisher.publish(round, result, range.range(), follower);
            log(round, range).log("round answered");
        });
    }

    private Optional<RoundResult> work(OpenRound round, SiteData.Range range, BooleanSupplier stopping) {
        if (plan.method().name() == MethodName.CENTRALISED) {
            return Optional.of(new Declined("ONLY_SIMULATED", "Samples never leave a site to be in one place."));
        }
        if (round.purpose() == Purpose.LEARN && range.samples().sizes().training() < config.minimumSamples()) {
            return Optional.of(new Declined("TOO_FEW_SAMPLES", "There are fewer samples than the site wants."));
        }
        var base = BaseModel.load(clusters, plan, site, round.baseVersion());
        if (round.purpose() != Purpose.LEARN) {
            return Optional.of(learner.measure(base.model(), range.samples()));
        }
        var result = learner.learn(new Turn(round.round(), round.merged()), base.model(), range.samples(), stopping);
        // Before the answer: killed in between, the site repeats the round and keeps the same once more.
        result.filter(Update.class::isInstance)
                .map(Update.class::cast)
                .ifPresent(update -> keeper.keep(round, base, update.model().personal()));
        return result;
    }

    /**
     * The end that the round began with or, when it begins now, the log's end once there are enough samples. None, and
     * nothing begun, when it was told to stop while it waited.
     */
    private Optional<Long> endFor(OpenRound round, BooleanSupplier stopping) {
        var name = round.federation() + "/" + round.round();
        var begun = ledger.endOf(name);
        if (begun.isPresent()) {
            return begun;
        }
        long end = awaitSamples(round, stopping);
        if (stopping.getAsBoolean()) {
            return Optional.empty();
        }
        ledger.begin(name, end);
        return Optional.of(end);
    }

    private long awaitSamples(OpenRound round, BooleanSupplier stopping) {
        long giveUp = Math.min(
                round.deadlineAtMs(), clock.millis() + config.patience().toMillis());
        long end = data.end();
        while (round.purpose() == Purpose.LEARN
                && data.before(end).samples().sizes().training() < config.minimumSamples()
                && clock.millis() < giveUp
                && !stopping.getAsBoolean()
                && follower.isOpen(round)) {
            end = data.awaitBeyond(end, TICK);
        }
        return end;
    }

    private LoggingEventBuilder log(OpenRound round, SiteData.Range range) {
        return LOG.atInfo()
                .addKeyValue("site", site)
                .addKeyValue("round", round.round())
                .addKeyValue("samples", range.samples().sizes().training());
    }

    @Override
    public void close() {
        publisher.close();
        keeper.close();
        data.close();
        ledger.close();
        follower.close();
    }
}
