package dev.auricle.deploy.survive;

import dev.auricle.deploy.embed.EmbeddedBroker;
import dev.auricle.deploy.embed.Ports;
import dev.auricle.schemas.configuration.Configuration;
import dev.auricle.schemas.connect.KafkaConnection;
import dev.auricle.schemas.log.Follower;
import dev.auricle.schemas.log.LogReader;
import dev.auricle.schemas.topic.Cluster;
import dev.auricle.schemas.topic.ClusterTopics;
import dev.auricle.schemas.topic.Topic;
import dev.auricle.schemas.topic.TopicSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A broker of the test's own. */
final class Hub implements AutoCloseable {
    /** The section {@code topics}. */
    static final String TOPICS = "topics: {parallelism: 1, lanes: 2, sites: 2}";

    private final EmbeddedBroker broker;
    private final KafkaConnection connection;

    /** Starts one with nothing in it. */
    Hub(Path directory) {
        broker = EmbeddedBroker.start(directory, Ports.free());
        connection = KafkaConnection.to(broker.bootstrap());
    }

    /** Creates the topics. */
    void createTopics() {
        var settings = Configuration.parse(TOPICS, "test", Map.of()).section("topics", TopicSettings.class);
        try (var admin = connection.admin()) {
            new ClusterTopics(admin, broker.bootstrap(), Cluster.BOTH, settings).create();
        }
    }

    String bootstrap() {
        return broker.bootstrap();
    }

    KafkaConnection connection() {
        return connection;
    }

    /** Everything that counts in a topic. */
    <K, V> List<LogReader.Entry<K, V>> read(Topic<K, V> topic) {
        try (var follower = new Follower<>(connection, topic)) {
            return follower.readToEnd();
        }
    }

    @Override
    public void close() {
        broker.close();
    }
}
