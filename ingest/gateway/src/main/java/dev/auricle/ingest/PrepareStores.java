package dev.auricle.ingest;

import dev.auricle.ingest.assemble.GatherParts;
import dev.auricle.ingest.label.LabelSeries;
import dev.auricle.schemas.record.KnownSeries;
import dev.auricle.schemas.topic.RecordSerdes;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** The gateway's state, all of which can be rebuilt from the log. */
final class PrepareStores {
    private PrepareStores() {}

    static List<StoreBuilder<? extends KeyValueStore<String, ?>>> all() {
        return List.of(
                store(GatherParts.STORE, Serdes.Long()),
                store(LabelSeries.STORE, RecordSerdes.message(KnownSeries.parser())));
    }

    private static <V> StoreBuilder<KeyValueStore<String, V>> store(String name, Serde<V> values) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), values);
    }
}
