package dev.auricle.deploy.launch;

import static java.util.Objects.requireNonNullElse;

import dev.auricle.schemas.connect.KafkaConnection;
import dev.auricle.schemas.topic.Cluster;
import dev.auricle.schemas.topic.ClusterTopics;
import dev.auricle.schemas.topic.Topic;
import dev.auricle.schemas.topic.TopicSettings;
import dev.auricle.schemas.topic.Topics;
import dev.auricle.schemas.topic.UnableToReachCluster;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;

/** The clusters that a command works with, each looked at once. */
final class Clusters {
    private final Map<KafkaConnection, Cluster> clusters = new LinkedHashMap<>();
    private final TopicSettings settings;

    private Clusters(TopicSettings settings) {
        this.settings = settings;
    }

    /** The federation's. */
    static Clusters hub(ConfigurationFile configuration) {
        var hub = new Clusters(configuration.topics());
        hub.clusters.put(configuration.federation().connection(), Cluster.HUB);
        return hub;
    }

    /** The site's. */
    static Clusters site(ConfigurationFile configuration) {
        var site = new Clusters(configuration.topics());
        site.clusters.put(configuration.site().connection(), Cluster.SITE);
        return site;
    }

    /** The site's and the federation's, which may be the same. */
    static Clusters both(ConfigurationFile configuration) {
        var both = new Clusters(configuration.topics());
        both.clusters.put(configuration.site().connection(), Cluster.SITE);
        both.clusters.merge(configuration.federation().connection(), Cluster.HUB, (one, other) -> Cluster.BOTH);
        return both;
    }

    /** What a look at each of them finds. */
    <T> List<T> each(Function<ClusterTopics, List<T>> look) {
        return clusters.entrySet().stream()
                .flatMap(cluster -> look(cluster.getKey(), cluster.getValue(), look).stream())
                .toList();
    }

    /**
     * Makes sure, before a service starts, that they answer and have their topics: clients would wait for ever. Asks for
     * names only, which whoever may use the topics may see.
     */
    void require() {
        clusters.forEach((connection, cluster) -> {
            var present = topicsOn(connection);
            var missing = Topics.ALL.stream()
                    .filter(topic -> cluster == Cluster.BOTH || topic.cluster().isOn(cluster))
                    .<String>map(Topic::name)
                    .filter(name -> !present.contains(name))
                    .toList();
            if (!missing.isEmpty()) {
                throw new CommandFailed(
                        ExitCode.TOPICS_DIFFER,
                        "topics are missing at " + connection.bootstrap() + ": " + String.join(", ", missing)
                                + "; create them with: auricle topics");
            }
        });
    }

    private <T> List<T> look(KafkaConnection connection, Cluster cluster, Function<ClusterTopics, List<T>> look) {
        try (var admin = admin(connection)) {
            return look.apply(new ClusterTopics(admin, connection.bootstrap(), cluster, settings));
        }
    }

    private static Set<String> topicsOn(KafkaConnection connection) {
        try (var admin = admin(connection)) {
            return admin.listTopics().names().get();
        } catch (ExecutionException failed) {
            throw new UnableToReachCluster(connection.bootstrap(), requireNonNullElse(failed.getCause(), failed));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new UnableToReachCluster(connection.bootstrap(), interrupted);
        }
    }

    private static Admin admin(KafkaConnection connection) {
        try {
            return connection.admin();
        } catch (KafkaException refused) {
            var reason = refused.getCause() == null ? refused : refused.getCause();
            throw new CommandFailed(
                    ExitCode.BROKER_UNREACHABLE,
                    "no Kafka client can be made for " + connection.bootstrap() + ": " + reason.getMessage(),
                    refused);
        }
    }
}
