package dev.auricle.deploy.rehearse;

import dev.auricle.deploy.observe.SimulationPage;
import dev.auricle.deploy.observe.SimulationReport;
import dev.auricle.deploy.observe.Story;
import dev.auricle.learning.attack.AttackSettings;
import dev.auricle.learning.engine.LearningEngine;
import dev.auricle.learning.learn.Evaluation;
import dev.auricle.learning.learn.Evaluator;
import dev.auricle.learning.learn.RobustEvaluator;
import dev.auricle.learning.learn.SampleSource;
import dev.auricle.learning.method.Method;
import dev.auricle.learning.method.View;
import dev.auricle.schemas.plan.Plan;
import dev.auricle.schemas.record.FederationFinished.Outcome;
import dev.auricle.trainer.learn.PlanSettings;
import dev.auricle.trainer.replay.DataSet;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** Rehearses a plan with each site's data, and tells how it went. */
public final class Simulation {
    private static final double MILLIS = 1000;
    private static final int ATTACK_STEPS = 20;
    private static final int ATTACKED_AT_ONCE = 8;

    private final LearningEngine engine;
    private final Plan plan;
    private final Map<String, DataSet> data;
    private final List<Double> epsilons;
    private final Story story;
    private final Clock clock;

    /**
     * Of a plan and each site's data.
     *
     * @param epsilons of the attacks that the last model is measured under, in z-scored units
     */
    public Simulation(
            LearningEngine engine,
            Plan plan,
            Map<String, DataSet> data,
            List<Double> epsilons,
            Story story,
            Clock clock) {
        this.epsilons = epsilons.stream().sorted().distinct().toList();
        this.engine = engine;
        this.plan = plan;
        this.data = data;
        this.story = story;
        this.clock = clock;
    }

    /** What there is to tell of it, and some images. */
    public record Told(SimulationReport report, List<SimulationPage.Row> sheet) {}

    /**
     * Runs it.
     *
     * @throws UnableToRehearse when it does not come to its end
     */
    public Told run() {
        var begin = clock.instant();
        var table = new RoundTable(plan, story);
        var rehearsal = new Rehearsal(
                engine, plan, data, table, () -> Thread.currentThread().isInterrupted());
        var end = rehearsal.run().orElseThrow(() -> new UnableToRehearse("the simulation was interrupted"));
        if (end.outcome() != Outcome.COMPLETED) {
            throw new UnableToRehearse("the federation gave up: %d rounds in a row were abandoned"
                    .formatted(plan.rounds().abandonLimit()));
        }
        var method = PlanSettings.method(plan);
        var model = end.model().orElseThrow();
        var report = new SimulationReport(
                plan.federation(),
                plan.method().name().name().toLowerCase(Locale.ROOT),
                end.outcome().name().toLowerCase(Locale.ROOT),
                plan.sites().stream().map(this::sizes).toList(),
                table.rounds(),
                scores(method, end),
                robust(method, end),
                new SimulationReport.Model(
                        model.getVersion(),
                        HexFormat.of().formatHex(model.getSha256().toByteArray()),
                        model.getParameters()),
                Duration.between(begin, clock.instant()).toMillis() / MILLIS);
        return new Told(report, new ImageSheet(engine, method).rows(data, end));
    }

    private SimulationReport.Site sizes(String site) {
        var sizes = of(site).sizes();
        return new SimulationReport.Site(site, sizes.training(), sizes.validation());
    }

    private Map<String, Map<String, Double>> scores(Method method, Rehearsed end) {
        return scores(method, end, new Evaluator(engine, method)::evaluate);
    }

    private Map<String, Map<String, Double>> scores(
            Method method, Rehearsed end, BiFunction<View, SampleSource, Optional<Evaluation>> evaluate) {
        var scores = new TreeMap<String, Map<String, Double>>();
        for (var site : plan.sites()) {
            var own = new TreeMap<String, Double>();
            var model = end.modelOf(site);
            var samples = of(site).validation();
            if (method.hasGlobalModel()) {
                evaluate.apply(new View.Global(model.shared()), samples)
                        .map(Evaluation::foregroundDice)
                        .ifPresent(dice -> own.put("globalDice", dice));
            }
            evaluate.apply(new View.Local(model), samples)
                    .map(Evaluation::foregroundDice)
                    .ifPresent(dice -> own.put("localDice", dice));
            scores.put(site, own);
        }
        return scores;
    }

    /** Unattacked, and under projected gradient descent of each epsilon. */
    private List<SimulationReport.Robust> robust(Method method, Rehearsed end) {
        var robust = new ArrayList<SimulationReport.Robust>();
        if (!epsilons.isEmpty()) {
            robust.add(new SimulationReport.Robust(0, 0, scores(method, end)));
        }
        for (double epsilon : epsilons) {
            story.progress("attacking, epsilon " + epsilon);
            var evaluator =
                    new RobustEvaluator(engine, method, AttackSettings.pgd(epsilon, ATTACK_STEPS), ATTACKED_AT_ONCE);
            robust.add(new SimulationReport.Robust(epsilon, ATTACK_STEPS, scores(method, end, evaluator::evaluate)));
        }
        return robust;
    }

    private DataSet of(String site) {
        var found = data.get(site);
        if (found == null) {
            throw new UnableToRehearse("there is no data of site " + site);
        }
        return found;
    }
}
