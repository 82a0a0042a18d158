package dev.auricle.deploy.embed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.schemas.configuration.Configuration;
import dev.auricle.schemas.connect.KafkaConnection;
import dev.auricle.schemas.log.Follower;
import dev.auricle.schemas.log.LogWriter;
import dev.auricle.schemas.record.RoundEvent;
import dev.auricle.schemas.topic.Cluster;
import dev.auricle.schemas.topic.ClusterTopics;
import dev.auricle.schemas.topic.TopicSettings;
import dev.auricle.schemas.topic.Topics;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EmbeddedBrokerIT {
    @Test
    void keeps_what_it_was_given_when_it_is_started_again(@TempDir Path directory) {
        // Given
        int port = Ports.free();
        try (var broker = EmbeddedBroker.start(directory, port)) {
            var connection = KafkaConnection.to(broker.bootstrap());
            try (var admin = connection.admin();
                    var writer = new LogWriter(connection, "writer")) {
                var settings = Configuration.parse("", "test", Map.of()).section("topics", TopicSettings.class);
                new ClusterTopics(admin, broker.bootstrap(), Cluster.BOTH, settings).create();
                writer.transact(() -> writer.write(
                        Topics.ROUNDS,
                        "atrium",
                        RoundEvent.newBuilder().setRound(7).build()));
            }
        }
        // When
        try (var again = EmbeddedBroker.start(directory, port);
                var rounds = new Follower<>(KafkaConnection.to(again.bootstrap()), Topics.ROUNDS)) {
            // Then
            assertThat(rounds.readToEnd())
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.value().getRound()).isEqualTo(7));
        }
    }
}
