package dev.auricle.deploy.survive;

import dev.auricle.deploy.rehearse.Rehearsal;
import dev.auricle.deploy.rehearse.RehearsalListener;
import dev.auricle.learning.engine.EngineSettings;
import dev.auricle.learning.engine.LearningEngine;
import dev.auricle.schemas.configuration.Configuration;
import dev.auricle.schemas.log.LogWriter;
import dev.auricle.schemas.plan.MethodName;
import dev.auricle.schemas.plan.Plan;
import dev.auricle.schemas.record.ModelManifest;
import dev.auricle.schemas.record.RoundEvent;
import dev.auricle.schemas.record.UpdateManifest;
import dev.auricle.trainer.replay.DataSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A federation of two hospitals, each process on its own, on a broker of its own. North has few samples and answers
 * soon; south has many and takes its time. Shards are tiny, so that merging takes a while too.
 */
final class LearningRun implements AutoCloseable {
    static final String AGGREGATOR = "aggregator";
    static final String NORTH = "north";
    static final String SOUTH = "south";
    static final int ROUNDS = 3;

    private static final int NORTHERN = 16;
    private static final int SOUTHERN = 160;

    private static final String PLAN = """
        federation: atrium
        sites: [north, south]
        preprocessing: {rows: 48, columns: 48}
        classes:
          - name: Left atrium
            category: {value: "91723000", scheme: SCT, meaning: Anatomical structure}
            type: {value: "82471001", scheme: SCT, meaning: Left atrium}
        network: {baseChannels: 4, depth: 1}
        learning: {localEpochs: 2, batchSize: 4, validationShare: 0.1}
        rounds: {count: %d, shardLength: 16}
        method: %s
        """;

    private final String yaml;
    private final Path directory;
    private final Hub hub;
    private final Children children;
    private Optional<RoundWatch> watch = Optional.empty();

    /** Starts its broker. */
    LearningRun(MethodName method, String name, Path directory) {
        this.directory = directory;
        yaml = yaml(method);
        hub = new Hub(directory.resolve("kafka"));
        children = new Children("learning-" + name);
    }

    /** The same in this process, without a broker: what sites answer and what is registered. */
    static Told rehearse(MethodName method) {
        var plan = plan(yaml(method));
        var data = Map.of(
                NORTH, DataSet.inMemory(plan, SyntheticSamples.of(plan, NORTH, NORTHERN)),
                SOUTH, DataSet.inMemory(plan, SyntheticSamples.of(plan, SOUTH, SOUTHERN)));
        var rounds = new ArrayList<RoundEvent>();
        var answers = new ArrayList<UpdateManifest>();
        var models = new ArrayList<ModelManifest>();
        var listener = new RehearsalListener() {
            @Override
            public void onEvent(RoundEvent event) {
                rounds.add(event);
            }

            @Override
            public void onAnswer(UpdateManifest answer) {
                answers.add(answer);
            }

            @Override
            public void onModel(ModelManifest model) {
                models.add(model);
            }
        };
        var engine = LearningEngine.start(EngineSettings.reproducible());
        new Rehearsal(engine, plan, data, listener, () -> false).run();
        return Told.by(rounds, answers, models);
    }

    /** Writes the samples and starts everybody. */
    void begin() {
        hub.createTopics();
        var plan = plan(yaml);
        try (var writer = new LogWriter(hub.connection())) {
            SyntheticSamples.write(writer, plan, NORTH, NORTHERN);
            SyntheticSamples.write(writer, plan, SOUTH, SOUTHERN);
        }
        watch = Optional.of(new RoundWatch(hub.connection(), plan.federation()));
        children.start(AGGREGATOR, "aggregator", "--config", configuration(), "--plan", file("plan.yaml", yaml));
        children.start(NORTH, "trainer", "--config", configuration(), "--site", NORTH);
        children.start(SOUTH, "trainer", "--config", configuration(), "--site", SOUTH);
    }

    /** Waits for a moment. */
    void awaitMoment(Moment moment) {
        children.awaitThat(moment.name(), () -> isStill(moment));
    }

    /** Kills the aggregator and a trainer. */
    void killAggregatorAnd(String trainer) {
        children.kill(AGGREGATOR, trainer);
    }

    /** Starts both again. */
    void startAgain(String trainer) {
        children.startAgain(AGGREGATOR);
        children.startAgain(trainer);
    }

    /** Waits until learning is over, and tells what is in the log. */
    Told awaitEnd() {
        children.awaitThat("the model is released", watch.orElseThrow()::isReleased);
        return Told.by(hub);
    }

    /** Whether it is that moment. */
    boolean isStill(Moment moment) {
        return moment.isNow(watch.orElseThrow());
    }

    @Override
    public void close() {
        children.close();
        watch.ifPresent(RoundWatch::close);
        hub.close();
    }

    private static String yaml(MethodName method) {
        return PLAN.formatted(ROUNDS, method.name().toLowerCase(Locale.ROOT));
    }

    private static Plan plan(String yaml) {
        return Configuration.parse(yaml, "plan.yaml", Map.of()).as(Plan.class);
    }

    private String configuration() {
        return file("auricle.yaml", """
            federation: {name: atrium, bootstrap: '%1$s'}
            site:
              bootstrap: '%1$s'
              hospitals:
                - {name: north, aeTitle: NORTH, secret: nothing-secret-1}
                - {name: south, aeTitle: SOUTH, secret: nothing-secret-2}
            %2$s
            aggregator:
              streams: {state: '%3$s'}
            """.formatted(hub.bootstrap(), Hub.TOPICS, directory.resolve("state")));
    }

    private String file(String name, String content) {
        try {
            return Files.writeString(Files.createDirectories(directory).resolve(name), content)
                    .toString();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
