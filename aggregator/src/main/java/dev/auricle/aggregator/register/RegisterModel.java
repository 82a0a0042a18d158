package dev.auricle.aggregator.register;

import dev.auricle.schemas.record.ModelManifest;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Collects what there is to say of each version, and says it when it is complete and again when it is measured. */
public final class RegisterModel implements Processor<String, RegisterSignal, String, ModelManifest> {
    /** The store of entries. */
    public static final String STORE = "register-entries";

    private static final Logger LOG = LoggerFactory.getLogger(RegisterModel.class);

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else
    private ProcessorContext<String, ModelManifest> context;

    @SuppressWarnings("NullAway.Init")
    private KeyValueStore<String, ModelManifest> entries;

    @Override
    public void init(ProcessorContext<String, ModelManifest> context) {
        this.context = context;
        entries = context.getStateStore(STORE);
    }

    @Override
    public void process(Record<String, RegisterSignal> heard) {
        var version = heard.key();
        var before = Optional.ofNullable(entries.get(version)).map(Entry::new).orElseGet(() -> Entry.of(version));
        var after = before.with(heard.value());
        if (after.equals(before)) {
            return;
        }
        entries.put(version, after.manifest());
        if (after.isComplete()) {
            LOG.atInfo()
                    .addKeyValue("version", version)
                    .addKeyValue("status", after.manifest().getStatus())
                    .log("registered");
            context.forward(new Record<>(version, after.manifest(), heard.timestamp()));
        }
    }
}
