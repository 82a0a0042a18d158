package dev.auricle.schemas.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.auricle.schemas.configuration.Configuration;
import io.kroxylicious.testing.kafka.api.KafkaCluster;
import io.kroxylicious.testing.kafka.junit5ext.KafkaClusterExtension;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(KafkaClusterExtension.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ClusterTopicsIT {
    private final TopicSettings settings =
            Configuration.parse("topics: {sites: 3}", "test", Map.of()).section("topics", TopicSettings.class);

    @Test
    void creates_what_is_missing_and_then_finds_nothing_to_complain_of(KafkaCluster broker) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", broker.getBootstrapServers()))) {
            // Given
            var topics = new ClusterTopics(admin, broker.getBootstrapServers(), Cluster.SITE, settings);
            // When
            var created = topics.create();
            // Then
            assertThat(created)
                    .containsExactly(
                            "dicom.instances",
                            "series.assembled",
                            "series.rejected",
                            "samples",
                            "personal.shards",
                            "personal.models",
                            "studies.prepared",
                            "segmentations",
                            "delivery.failed",
                            "audit");
            assertThat(topics.compare()).isEmpty();
            assertThat(topics.create()).isEmpty();
        }
    }

    @Test
    void names_what_differs(KafkaCluster broker) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", broker.getBootstrapServers()))) {
            // Given
            admin.createTopics(List.of(new NewTopic("samples", 2, (short) 1)))
                    .all()
                    .get();
            var topics = new ClusterTopics(admin, broker.getBootstrapServers(), Cluster.BOTH, settings);
            topics.create();
            admin.incrementalAlterConfigs(Map.of(
                            new ConfigResource(ConfigResource.Type.TOPIC, "models"),
                            List.of(new AlterConfigOp(
                                    new ConfigEntry("cleanup.policy", "delete"), AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
            admin.deleteTopics(List.of("audit")).all().get();
            // Then: once the broker has heard of it
            await().untilAsserted(() -> assertThat(topics.compare())
                    .contains(
                            new Difference("samples", "partitions", "3", "2"),
                            new Difference("models", "cleanup.policy", "compact", "delete"),
                            new Difference("audit", "topic", "present", "missing")));
        }
    }

    @Test
    void a_cluster_that_is_not_there_is_named() {
        var nowhere = Map.<String, Object>of(
                "bootstrap.servers", "127.0.0.1:1", "default.api.timeout.ms", "1000", "request.timeout.ms", "500");
        try (var admin = Admin.create(nowhere)) {
            var topics = new ClusterTopics(admin, "127.0.0.1:1", Cluster.BOTH, settings);
            assertThatThrownBy(topics::compare)
                    .isInstanceOf(UnableToReachCluster.class)
                    .hasMessage("no Kafka broker answers at 127.0.0.1:1");
        }
    }
}
