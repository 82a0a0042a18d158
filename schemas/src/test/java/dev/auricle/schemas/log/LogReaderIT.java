package dev.auricle.schemas.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import dev.auricle.schemas.connect.KafkaConnection;
import dev.auricle.schemas.identity.Sha256;
import dev.auricle.schemas.key.ShardKey;
import dev.auricle.schemas.record.InstanceChunk;
import dev.auricle.schemas.record.Layout;
import dev.auricle.schemas.record.LogRef;
import dev.auricle.schemas.record.ModelManifest;
import dev.auricle.schemas.record.ModelShard;
import dev.auricle.schemas.record.ShardPlace;
import dev.auricle.schemas.record.TensorShape;
import dev.auricle.schemas.shard.FloatBytes;
import dev.auricle.schemas.topic.Topics;
import io.kroxylicious.testing.kafka.api.KafkaCluster;
import io.kroxylicious.testing.kafka.junit5ext.KafkaClusterExtension;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(KafkaClusterExtension.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class LogReaderIT {
    @SuppressWarnings("NullAway.Init") // injected by the extension
    private KafkaCluster broker;

    @SuppressWarnings("NullAway.Init")
    private KafkaConnection connection;

    @BeforeEach
    void create_topics() throws Exception {
        connection = KafkaConnection.to(broker.getBootstrapServers());
        try (var admin = connection.admin()) {
            admin.createTopics(List.of(
                            new NewTopic(Topics.DICOM_INSTANCES.name(), 1, (short) 1),
                            new NewTopic(Topics.MODEL_SHARDS.name(), 2, (short) 1)))
                    .all()
                    .get();
        }
    }

    @Test
    void an_instance_is_read_back_from_between_another_ones_chunks() {
        // Given
        var data = ByteString.copyFromUtf8("pixels of one, pixels of one");
        try (var writer = new LogWriter(connection);
                var reader = new InstanceReader(connection)) {
            send(writer, "one", data.substring(0, 10));
            send(writer, "two", ByteString.copyFromUtf8("pixels of another"));
            send(writer, "one", data.substring(10));
            // When
            var instance = reader.read(ref(0, 2, data));
            // Then
            assertThat(instance.data()).isEqualTo(data);
            assertThat(instance.transferSyntaxUid()).isEqualTo("1.2.840.10008.1.2.1");
        }
    }

    @Test
    void bytes_that_are_not_those_that_were_acknowledged_are_refused() {
        try (var writer = new LogWriter(connection);
                var reader = new InstanceReader(connection)) {
            // Given
            send(writer, "one", ByteString.copyFromUtf8("pixels"));
            // Then
            assertThatThrownBy(() -> reader.read(ref(0, 0, ByteString.copyFromUtf8("pixies"))))
                    .isInstanceOf(UnableToReadLog.class)
                    .hasMessage("dicom.instances-0@0 does not hold the bytes that were acknowledged");
        }
    }

    @Test
    void what_has_been_deleted_is_refused() throws Exception {
        try (var writer = new LogWriter(connection);
                var admin = connection.admin();
                var reader = new InstanceReader(connection)) {
            // Given
            send(writer, "one", ByteString.copyFromUtf8("pixels"));
            send(writer, "two", ByteString.copyFromUtf8("pixels"));
            admin.deleteRecords(Map.of(
                            new TopicPartition(Topics.DICOM_INSTANCES.name(), 0), RecordsToDelete.beforeOffset(1)))
                    .all()
                    .get();
            // Then
            assertThatThrownBy(() -> reader.read(ref(0, 0, ByteString.copyFromUtf8("pixels"))))
                    .isInstanceOf(UnableToReadLog.class);
        }
    }

    @Test
    void ranges_are_read_in_any_order_and_end_where_they_end() {
        try (var writer = new LogWriter(connection);
                var reader = new LogReader(connection)) {
            // Given
            for (int index = 0; index < 50; index++) {
                send(writer, "transfer-" + index, ByteString.copyFromUtf8("x"));
            }
            // Then
            assertThat(transfers(reader, 10, 12)).containsExactly("transfer-10", "transfer-11", "transfer-12");
            assertThat(transfers(reader, 13, 13)).containsExactly("transfer-13");
            assertThat(transfers(reader, 40, 40)).containsExactly("transfer-40");
            assertThat(transfers(reader, 3, 3)).containsExactly("transfer-3");
            assertThat(transfers(reader, 3, 4)).containsExactly("transfer-3", "transfer-4");
            assertThat(reader.end(Topics.DICOM_INSTANCES, 0)).isEqualTo(50);
        }
    }

    @Test
    void aborted_transactions_do_not_count_and_a_range_may_end_in_their_markers() {
        try (var writer = new LogWriter(connection, "writer");
                var reader = new LogReader(connection)) {
            // Given
            assertThatThrownBy(() -> writer.transact(() -> {
                        send(writer, "aborted", ByteString.copyFromUtf8("x"));
                        throw new IllegalStateException("changed my mind");
                    }))
                    .isInstanceOf(IllegalStateException.class);
            writer.transact(() -> write(writer, "committed", ByteString.copyFromUtf8("x")));
            // When
            long end = reader.end(Topics.DICOM_INSTANCES, 0);
            // Then
            assertThat(end).isEqualTo(4);
            assertThat(transfers(reader, 0, end - 1)).containsExactly("committed");
        }
    }

    @Test
    void a_model_is_put_together_from_its_shards() {
        // Given
        var shards = List.of(FloatBytes.of(new float[] {1, 2, 3, 4}), FloatBytes.of(new float[] {5, 6}));
        var manifest = ModelManifest.newBuilder()
                .setVersion("atrium.1")
                .setLayout(Layout.newBuilder()
                        .setShardLength(4)
                        .addTensors(TensorShape.newBuilder().setName("w").addShape(6)));
        try (var writer = new LogWriter(connection);
                var reader = new ModelReader(connection)) {
            for (int index = 0; index < shards.size(); index++) {
                writer.write(
                        Topics.MODEL_SHARDS,
                        index,
                        new ShardKey("atrium.1", index),
                        ModelShard.newBuilder().setWeights(shards.get(index)).build());
                manifest.addShards(ShardPlace.newBuilder()
                        .setPartition(index)
                        .setOffset(0)
                        .setSha256(Sha256.of(shards.get(index))));
            }
            writer.flush();
            // Then
            assertThat(reader.read(manifest.build())).containsExactly(1, 2, 3, 4, 5, 6);
            // And
            manifest.getShardsBuilder(1).setSha256(Sha256.of(ByteString.EMPTY));
            assertThatThrownBy(() -> reader.read(manifest.build()))
                    .isInstanceOf(UnableToReadLog.class)
                    .hasMessage("shard 1 of atrium.1 at model.shards-1@0 is not the one that was written");
        }
    }

    @Test
    void a_follower_sees_what_was_there_and_what_comes() {
        try (var writer = new LogWriter(connection);
                var follower = new Follower<>(connection, Topics.DICOM_INSTANCES)) {
            // Given
            send(writer, "early", ByteString.copyFromUtf8("x"));
            assertThat(follower.readToEnd()).hasSize(1);
            // When
            send(writer, "late", ByteString.copyFromUtf8("x"));
            // Then
            var late = follower.poll(Duration.ofSeconds(20));
            assertThat(late)
                    .singleElement()
                    .satisfies(
                            entry -> assertThat(entry.value().getTransferId()).isEqualTo("late"));
        }
    }

    private static List<String> transfers(LogReader reader, long first, long last) {
        var transfers = new ArrayList<String>();
        reader.read(
                Topics.DICOM_INSTANCES,
                0,
                first,
                last,
                entry -> transfers.add(entry.value().getTransferId()));
        return transfers;
    }

    private static void send(LogWriter writer, String transfer, ByteString data) {
        write(writer, transfer, data);
        writer.flush();
    }

    private static void write(LogWriter writer, String transfer, ByteString data) {
        writer.write(
                Topics.DICOM_INSTANCES,
                "study",
                InstanceChunk.newBuilder()
                        .setTransferId(transfer)
                        .setTransferSyntaxUid("1.2.840.10008.1.2.1")
                        .setData(data)
                        .build());
    }

    private static LogRef ref(long first, long last, ByteString data) {
        return LogRefs.of(Topics.DICOM_INSTANCES.name(), 0, first, last, Sha256.of(data));
    }
}
