package dev.auricle.deploy.perform;

import dev.auricle.deploy.observe.DemoReport;
import dev.auricle.deploy.observe.Figure;
import dev.auricle.deploy.observe.Story;
import dev.auricle.deploy.prove.Scores;
import dev.auricle.deploy.prove.TestSet;
import dev.auricle.learning.engine.LearningEngine;
import dev.auricle.learning.method.View;
import dev.auricle.learning.state.ModelState;
import dev.auricle.schemas.connect.KafkaConnection;
import dev.auricle.schemas.log.Follower;
import dev.auricle.schemas.log.ModelReader;
import dev.auricle.schemas.plan.Plan;
import dev.auricle.schemas.record.FederationFinished.Outcome;
import dev.auricle.schemas.record.ModelManifest;
import dev.auricle.schemas.record.ModelManifest.Status;
import dev.auricle.schemas.record.Participant;
import dev.auricle.schemas.record.Purpose;
import dev.auricle.schemas.record.RoundEvent;
import dev.auricle.schemas.topic.Topics;
import dev.auricle.trainer.learn.PlanSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Watches the rounds go by, and measures each round's model on the test set. */
final class LearningWatch implements AutoCloseable {
    private static final Duration TICK = Duration.ofMillis(100);

    private final Plan plan;
    private final TestSet test;
    private final LearningEngine engine;
    private final Story story;
    private final Follower<String, RoundEvent> rounds;
    private final Follower<String, ModelManifest> models;
    private final ModelReader reader;
    private final List<DemoReport.Round> measured = new ArrayList<>();
    private Optional<ModelManifest> released = Optional.empty();
    private Optional<Outcome> outcome = Optional.empty();

    LearningWatch(KafkaConnection kafka, Plan plan, TestSet test, LearningEngine engine, Story story) {
        this.plan = plan;
        this.test = test;
        this.engine = engine;
        this.story = story;
        rounds = new Follower<>(kafka, Topics.ROUNDS);
        models = new Follower<>(kafka, Topics.MODELS);
        reader = new ModelReader(kafka);
    }

    /** Takes in what has come; whether learning is over. */
    boolean look() {
        rounds.poll(TICK).forEach(entry -> hear(entry.value()));
        models.poll(TICK).forEach(entry -> hear(entry.value()));
        return outcome.isPresent() && (released.isPresent() || outcome.get() == Outcome.GAVE_UP);
    }

    List<DemoReport.Round> rounds() {
        return List.copyOf(measured);
    }

    /** The model that was released. */
    ModelManifest released() {
        return released.orElseThrow(() -> new DemoIncomplete("no model was released; the federation gave up"));
    }

    @Override
    public void close() {
        rounds.close();
        models.close();
        reader.close();
    }

    private void hear(RoundEvent event) {
        if (event.hasAbandoned()) {
            story.line("round %d is abandoned: %s"
                    .formatted(event.getRound(), event.getAbandoned().getReason()));
        } else if (event.hasFinished()) {
            outcome = Optional.of(event.getFinished().getOutcome());
        } else if (event.hasOpened()) {
            story.progress(
                    event.getPurpose() == Purpose.LEARN
                            ? "round %d of %d: sites learn"
                                    .formatted(
                                            measured.size() + 1, plan.rounds().count())
                            : "sites measure the last model");
        }
    }

    private void hear(ModelManifest manifest) {
        if (manifest.getStatus() == Status.RELEASED) {
            released = Optional.of(manifest);
            return;
        }
        var method = PlanSettings.method(plan);
        var model = ModelState.of(method.shared(), reader.read(manifest));
        var scores = test.measure(engine, method, new View.Global(model));
        measured.add(new DemoReport.Round(
                manifest.getRound(), manifest.getParticipantsCount(), scores.globalDice(), scores.siteDice()));
        story.line("round %2d of %d   loss %s   Dice %s"
                .formatted(measured.size(), plan.rounds().count(), losses(manifest), dice(scores)));
    }

    private static String losses(ModelManifest manifest) {
        return manifest.getParticipantsList().stream().map(LearningWatch::loss).collect(Collectors.joining("  "));
    }

    private static String loss(Participant site) {
        return site.getSite() + " " + Figure.of(site.getMetricsOrDefault("loss", Double.NaN));
    }

    private static String dice(Scores scores) {
        return Figure.of(scores.globalDice())
                + scores.siteDice().entrySet().stream()
                        .map(site -> site.getKey() + " " + Figure.of(site.getValue()))
                        .collect(Collectors.joining("  ", "  (", ")"));
    }
}
