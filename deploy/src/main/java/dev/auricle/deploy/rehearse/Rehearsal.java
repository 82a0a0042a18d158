package dev.auricle.deploy.rehearse;

import com.google.protobuf.ByteString;
import dev.auricle.aggregator.coordinate.Coordinator;
import dev.auricle.aggregator.coordinate.Decision;
import dev.auricle.aggregator.coordinate.Signal;
import dev.auricle.aggregator.register.RegisterSignal;
import dev.auricle.aggregator.register.Registrar;
import dev.auricle.learning.engine.LearningEngine;
import dev.auricle.learning.method.SiteModel;
import dev.auricle.learning.state.ModelState;
import dev.auricle.schemas.log.Lineage;
import dev.auricle.schemas.plan.Plan;
import dev.auricle.schemas.record.FederationFinished.Outcome;
import dev.auricle.schemas.record.ModelManifest;
import dev.auricle.schemas.record.Purpose;
import dev.auricle.schemas.record.RoundCommit;
import dev.auricle.schemas.record.RoundEvent;
import dev.auricle.trainer.follow.OpenRound;
import dev.auricle.trainer.learn.BaseModel;
import dev.auricle.trainer.learn.PlanSettings;
import dev.auricle.trainer.replay.DataSet;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * A federation in one process, without brokers: the coordinator's own decisions, the trainer's own learning, the
 * aggregator's own merge and register. So its last model has the bytes, and the SHA-256, of the one that the same plan
 * makes of the same samples over Kafka, on the same engine with one thread.
 *
 * <p>Sites work one after the other; no deadline passes. Used once, by one thread.
 */
public final class Rehearsal {
    /** No clock: no deadline passes. */
    private static final long NOW = 0;

    private final Plan plan;
    private final List<Hospital> hospitals;
    private final RehearsalListener listener;
    private final BooleanSupplier stopping;
    private final Coordinator coordinator = new Coordinator();
    private final Registrar registrar = new Registrar();
    private final Deque<Decision> decisions = new ArrayDeque<>();
    private final List<ModelManifest> register = new ArrayList<>();
    private final Map<String, ModelState> models = new HashMap<>();
    private Map<String, List<ByteString>> updates = Map.of();
    private Outcome outcome = Outcome.OUTCOME_UNSPECIFIED;

    /**
     * Of a plan.
     *
     * @param data each site's; a plan whose method is centralised puts all of it in one place
     * @param stopping asked at every step whether to stop
     */
    public Rehearsal(
            LearningEngine engine,
            Plan plan,
            Map<String, DataSet> data,
            RehearsalListener listener,
            BooleanSupplier stopping) {
        var gathered = Gathered.of(plan, data);
        this.plan = gathered.plan();
        this.listener = listener;
        this.stopping = stopping;
        hospitals = this.plan.sites().stream()
                .map(site -> new Hospital(engine, this.plan, site, gathered.of(site)))
                .toList();
    }

    /** Runs it to its end; empty when it was told to stop. */
    public Optional<Rehearsed> run() {
        decisions.addAll(coordinator.hear(new Signal.PlanPublished(plan), NOW));
        while (!decisions.isEmpty()) {
            follow(decisions.remove());
            if (stopping.getAsBoolean()) {
                return Optional.empty();
            }
        }
        return Optional.of(new Rehearsed(outcome, last(), sites()));
    }

    private void follow(Decision decision) {
        if (decision instanceof Decision.Merge merge) {
            merge(merge.commit());
            return;
        }
        var event = ((Decision.Announce) decision).event();
        listener.onEvent(event);
        switch (event.getEventCase()) {
            case OPENED -> work(event);
            case COMMITTED -> hear(event.getCommitted().getModelVersion(), new RegisterSignal.RoundCommitted(event));
            case FINISHED -> outcome = event.getFinished().getOutcome();
            default -> {
                // Abandoned: the coordinator opens another, or gives up.
            }
        }
    }

    private void work(RoundEvent event) {
        var round = OpenRound.of(event, 0);
        var shards = new HashMap<String, List<ByteString>>();
        for (var hospital : hospitals) {
            listener.onTurn(hospital.site(), event);
            var answer = hospital.answer(round, base(hospital, round.baseVersion()), stopping);
            if (answer.isEmpty()) {
                return;
            }
            var manifest = answer.get().manifest();
            shards.put(hospital.site(), answer.get().shards());
            listener.onAnswer(manifest);
            if (event.getPurpose() == Purpose.LEARN) {
                updates = shards;
            }
            decisions.addAll(coordinator.hear(new Signal.SiteAnswered(manifest), NOW));
        }
    }

    private BaseModel base(Hospital hospital, String version) {
        var shared = models.get(version);
        return shared == null
                ? hospital.seed()
                : hospital.with(lineage().model(version).orElseThrow(), shared, lineage());
    }

    private void merge(RoundCommit commit) {
        var merged = Hub.merge(commit, PlanSettings.method(plan), updates);
        models.put(commit.getModelVersion(), merged.shared());
        models.keySet().removeIf(version -> !version.equals(commit.getModelVersion()));
        for (var receipt : merged.receipts()) {
            hear(commit.getModelVersion(), new RegisterSignal.ShardMerged(receipt));
        }
        // Of a method that shares nothing there is no shard to wait for.
        if (merged.receipts().isEmpty()) {
            registered(commit.getModelVersion());
        }
    }

    private void hear(String version, RegisterSignal signal) {
        registrar.hear(version, signal).ifPresent(manifest -> {
            register.add(manifest);
            listener.onModel(manifest);
            if (models.containsKey(version)) {
                registered(version);
            }
        });
    }

    private void registered(String version) {
        decisions.addAll(coordinator.hear(
                new Signal.ModelRegistered(lineage().model(version).orElseThrow()), NOW));
    }

    private Lineage lineage() {
        return new Lineage(register);
    }

    private Optional<ModelManifest> last() {
        return register.isEmpty() ? Optional.empty() : Optional.of(register.get(register.size() - 1));
    }

    private Map<String, SiteModel> sites() {
        var version = last().map(ModelManifest::getVersion).orElse("");
        return hospitals.stream()
                .collect(Collectors.toMap(
                        Hospital::site, hospital -> base(hospital, version).model()));
    }
}
