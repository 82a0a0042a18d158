package dev.auricle.trainer.learn;

import dev.auricle.learning.LearningException;
import dev.auricle.learning.engine.LearningEngine;
import dev.auricle.learning.learn.Evaluation;
import dev.auricle.learning.learn.Evaluator;
import dev.auricle.learning.learn.Learner;
import dev.auricle.learning.learn.LearningListener;
import dev.auricle.learning.learn.LearningOutcome;
import dev.auricle.learning.learn.LearningOutcome.Diverged;
import dev.auricle.learning.learn.LearningOutcome.Learned;
import dev.auricle.learning.learn.LearningOutcome.Stopped;
import dev.auricle.learning.learn.StepReport;
import dev.auricle.learning.method.Method;
import dev.auricle.learning.method.SiteModel;
import dev.auricle.learning.method.View;
import dev.auricle.schemas.plan.Plan;
import dev.auricle.trainer.replay.DataSet;
import dev.auricle.trainer.replay.Unfit;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One site's work in one round. The result is a function of the plan, the site's name, the turn, the model it begins
 * with and the range of samples: the same bytes on the same engine with one thread.
 */
public final class RoundLearner {
    private static final Logger LOG = LoggerFactory.getLogger(RoundLearner.class);

    private final LearningEngine engine;
    private final Plan plan;
    private final String site;
    private final Method method;
    private final Evaluator evaluator;

    /** For one site of a plan. */
    public RoundLearner(LearningEngine engine, Plan plan, String site) {
        this.engine = engine;
        this.plan = plan;
        this.site = site;
        method = PlanSettings.method(plan);
        evaluator = new Evaluator(engine, method);
    }

    /** Measures the federation's prediction and the site's on the patients kept for that. */
    public RoundResult measure(SiteModel model, DataSet data) {
        var unfit = data.fitness().toMeasure();
        if (unfit.isPresent()) {
            return declined(unfit.get());
        }
        try {
            var metrics = ofGlobal(model, data);
            ofLocal(model, data).ifPresent(dice -> metrics.put(Metric.LOCAL_DICE, dice));
            return new RoundResult.Measured(data.sizes().validation(), metrics);
        } catch (LearningException unusable) {
            return unusable(unusable);
        }
    }

    /**
     * Measures the federation's prediction, learns, measures the site's.
     *
     * @param stopping asked at every step whether to stop
     * @return empty when it was stopped
     */
    public Optional<RoundResult> learn(Turn turn, SiteModel model, DataSet data, BooleanSupplier stopping) {
        var unfit = data.fitness().toLearn();
        if (unfit.isPresent()) {
            return Optional.of(declined(unfit.get()));
        }
        try {
            return tryToLearn(turn, model, data, stopping);
        } catch (LearningException unusable) {
            return Optional.of(unusable(unusable));
        }
    }

    private Optional<RoundResult> tryToLearn(Turn turn, SiteModel model, DataSet data, BooleanSupplier stopping) {
        var metrics = ofGlobal(model, data);
        var learner = new Learner(engine, method, PlanSettings.learning(plan, site, turn));
        var outcome = learner.learn(model, data.training(), interruptWhen(stopping));
        if (outcome instanceof Stopped) {
            Thread.interrupted(); // our own, and it has done its work
            return Optional.empty();
        }
        return Optional.of(outcome instanceof Learned learned ? update(learned, data, metrics) : declined(outcome));
    }

    /** The learner stops when its thread is interrupted; the thread interrupts itself, and nothing but the learner. */
    private static LearningListener interruptWhen(BooleanSupplier stopping) {
        return new LearningListener() {
            @Override
            public void onStep(StepReport report) {
                if (stopping.getAsBoolean()) {
                    Thread.currentThread().interrupt();
                }
            }
        };
    }

    private static RoundResult declined(LearningOutcome outcome) {
        return outcome instanceof Diverged diverged
                ? new RoundResult.Declined(
                        "DIVERGED", "The loss became " + diverged.loss() + " at step " + diverged.step() + ".")
                : new RoundResult.Declined("NO_SAMPLES", "There are no samples to learn from.");
    }

    private static RoundResult declined(Unfit unfit) {
        return new RoundResult.Declined(unfit.code(), unfit.sentence());
    }

    private RoundResult unusable(LearningException unusable) {
        LOG.atError().addKeyValue("site", site).setCause(unusable).log("samples that do not fit the plan");
        return new RoundResult.Declined("UNUSABLE_SAMPLES", "There are samples that do not fit the plan.");
    }

    private RoundResult update(Learned learned, DataSet data, Map<Metric, Double> metrics) {
        var losses = learned.meanLosses();
        metrics.put(Metric.LOSS, losses.get(losses.size() - 1));
        ofLocal(learned.model(), data).ifPresent(dice -> metrics.put(Metric.LOCAL_DICE, dice));
        return new RoundResult.Update(learned.model(), learned.samples(), metrics);
    }

    private Map<Metric, Double> ofGlobal(SiteModel model, DataSet data) {
        var metrics = new EnumMap<Metric, Double>(Metric.class);
        if (method.hasGlobalModel()) {
            evaluator
                    .evaluate(new View.Global(model.shared()), data.validation())
                    .ifPresent(global -> {
                        metrics.put(Metric.GLOBAL_DICE, global.foregroundDice());
                        global.foregroundHausdorff95().ifPresent(distance -> metrics.put(Metric.GLOBAL_HD95, distance));
                    });
        }
        return metrics;
    }

    private Optional<Double> ofLocal(SiteModel model, DataSet data) {
        return evaluator.evaluate(new View.Local(model), data.validation()).map(Evaluation::foregroundDice);
    }
}
