package dev.auricle.aggregator.coordinate;

import dev.auricle.schemas.record.FederationState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Moves federations by what it hears and by the clock. The moves themselves are {@link Federation}'s. */
public final class Coordinate implements Processor<String, Signal, String, Decision> {
    /** The store that holds where each federation stands. */
    public static final String STORE = "federations";

    private static final Logger LOG = LoggerFactory.getLogger(Coordinate.class);
    private static final Duration TICK = Duration.ofMillis(500);

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else
    private ProcessorContext<String, Decision> context;

    @SuppressWarnings("NullAway.Init")
    private KeyValueStore<String, FederationState> federations;

    @Override
    public void init(ProcessorContext<String, Decision> context) {
        this.context = context;
        federations = context.getStateStore(STORE);
        context.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, this::watchDeadlines);
    }

    @Override
    public void process(Record<String, Signal> heard) {
        long now = context.currentSystemTimeMs();
        Federation.hear(federation(heard.key()), heard.value(), now).ifPresent(step -> take(heard.key(), step, now));
    }

    private void watchDeadlines(long now) {
        var names = new ArrayList<String>();
        try (var all = federations.all()) {
            all.forEachRemaining((KeyValue<String, FederationState> entry) -> names.add(entry.key));
        }
        names.forEach(name -> federation(name).ifPresent(known -> take(name, known.passed(now), now)));
    }

    private void take(String name, Step step, long now) {
        var before = federation(name);
        if (before.filter(step.next()::equals).isPresent() && step.decisions().isEmpty()) {
            return;
        }
        federations.put(name, FederationRecords.toRecord(step.next()));
        for (var decision : step.decisions()) {
            LOG.atInfo()
                    .addKeyValue("federation", name)
                    .addKeyValue("round", step.next().round())
                    .log(decision.getClass().getSimpleName());
            context.forward(new Record<>(name, decision, now));
        }
    }

    private Optional<Federation> federation(String name) {
        @Nullable FederationState state = federations.get(name);
        return Optional.ofNullable(state).map(FederationRecords::fromRecord);
    }
}
