package dev.auricle.aggregator;

import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import dev.auricle.aggregator.coordinate.Coordinate;
import dev.auricle.aggregator.merge.MergeShards;
import dev.auricle.aggregator.register.RegisterModel;
import dev.auricle.schemas.record.FederationState;
import dev.auricle.schemas.record.ModelManifest;
import dev.auricle.schemas.record.PendingMerge;
import dev.auricle.schemas.topic.RecordSerdes;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** The aggregator's state, all of which can be rebuilt from the log. */
final class StateStores {
    private StateStores() {}

    static List<StoreBuilder<? extends KeyValueStore<String, ?>>> all() {
        return List.of(
                messages(Coordinate.STORE, FederationState.parser()),
                store(MergeShards.PLACES, Serdes.Long()),
                messages(MergeShards.PENDING, PendingMerge.parser()),
                messages(RegisterModel.STORE, ModelManifest.parser()));
    }

    private static <M extends MessageLite> StoreBuilder<KeyValueStore<String, M>> messages(
            String name, Parser<M> parser) {
        return store(name, RecordSerdes.message(parser));
    }

    private static <V> StoreBuilder<KeyValueStore<String, V>> store(String name, Serde<V> values) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), values);
    }
}
