package dev.auricle.ingest.assemble;

import dev.auricle.schemas.record.ClaimState;
import dev.auricle.schemas.record.OpenTransfer;
import dev.auricle.schemas.record.SeriesAssembled;
import dev.auricle.schemas.record.SeriesInstance;
import dev.auricle.schemas.record.SeriesState;
import dev.auricle.schemas.topic.RecordSerdes;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** The state of assembling, all of which can be rebuilt from the log. */
public final class AssembleStores {
    private AssembleStores() {}

    /** What {@link AssembleSeries}, {@link ClaimInstances} and {@link ClaimSeries} need. */
    public static List<StoreBuilder<? extends KeyValueStore<String, ?>>> all() {
        return List.of(
                store(TransferMemory.STORE, RecordSerdes.message(OpenTransfer.parser())),
                store(SeriesMemory.SERIES, RecordSerdes.message(SeriesState.parser())),
                store(SeriesMemory.INSTANCES, RecordSerdes.message(SeriesInstance.parser())),
                store(SeriesMemory.OPEN, Serdes.Long()),
                store(SeriesMemory.INSTANCE_SERIES, Serdes.String()),
                store(InstanceMemory.STUDIES, RecordSerdes.message(SeriesState.parser())),
                store(InstanceMemory.HOURS, Serdes.String()),
                store(ClaimSeries.OWNERS, RecordSerdes.message(SeriesState.parser())),
                store(ClaimMemory.CLAIMS, RecordSerdes.message(ClaimState.parser())),
                store(ClaimMemory.PARTS, RecordSerdes.message(SeriesAssembled.parser())));
    }

    private static <V> StoreBuilder<KeyValueStore<String, V>> store(String name, Serde<V> values) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), values);
    }
}
