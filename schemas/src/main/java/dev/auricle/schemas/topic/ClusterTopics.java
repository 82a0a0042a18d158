package dev.auricle.schemas.topic;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.InvalidMetadataException;
import org.apache.kafka.common.errors.TimeoutException;

/** The topics of one cluster as they are, against how they are declared. */
public final class ClusterTopics {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final int MOST_LOOKS = 200;

    private final Admin admin;
    private final String bootstrap;
    private final Cluster cluster;
    private final TopicSettings settings;

    /**
     * Looks at a cluster.
     *
     * @param admin reaches it
     * @param bootstrap its address, for errors
     * @param cluster which topics belong there; {@link Cluster#BOTH}: all
     */
    public ClusterTopics(Admin admin, String bootstrap, Cluster cluster, TopicSettings settings) {
        this.admin = admin;
        this.bootstrap = bootstrap;
        this.cluster = cluster;
        this.settings = settings;
    }

    /**
     * Creates what is missing, changes nothing that is there, and names what it created. Returns when brokers serve it:
     * a first record that comes too early is refused while those behind it may not be, and then it cannot come in again.
     */
    public List<String> create() {
        var present = present();
        List<Topic<?, ?>> missing =
                declared().filter(topic -> !present.containsKey(topic.name())).toList();
        await(admin.createTopics(missing.stream().map(settings::create).toList())
                .all());
        awaitServed(missing);
        return missing.stream().<String>map(Topic::name).toList();
    }

    /** In what the cluster is not as declared; empty when all is well. */
    public List<Difference> compare() {
        var present = present();
        var configs = configs(present);
        return declared()
                .flatMap(topic -> Optional.ofNullable(present.get(topic.name()))
                        .map(found -> differences(topic, found, configs))
                        .orElseGet(() -> Stream.of(new Difference(topic.name(), "topic", "present", "missing"))))
                .toList();
    }

    private Stream<Difference> differences(Topic<?, ?> topic, TopicDescription found, Map<String, Config> configs) {
        var differences = new ArrayList<Difference>();
        addUnlessEqual(
                differences,
                topic,
                "partitions",
                String.valueOf(settings.partitionsOf(topic)),
                String.valueOf(found.partitions().size()));
        var config = requireNonNull(configs.get(topic.name()));
        settings.configOf(topic)
                .forEach((name, wanted) -> addUnlessEqual(
                        differences, topic, name, wanted, config.get(name).value()));
        return differences.stream();
    }

    private static void addUnlessEqual(
            List<Difference> differences, Topic<?, ?> topic, String what, String wanted, String found) {
        if (!wanted.equals(found)) {
            differences.add(new Difference(topic.name(), what, wanted, found));
        }
    }

    /** The controller has made them at once; each broker hears of them in its own time. */
    private void awaitServed(List<Topic<?, ?>> topics) {
        for (int look = 1; !isServed(topics); look++) {
            if (look == MOST_LOOKS) {
                throw new UnableToReachCluster(
                        bootstrap, new TimeoutException("topics that were created are not served"));
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    private boolean isServed(List<Topic<?, ?>> topics) {
        try {
            admin.describeTopics(topics.stream().<String>map(Topic::name).toList())
                    .allTopicNames()
                    .get();
            admin.listOffsets(beginningsOf(topics)).all().get();
            return true;
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof InvalidMetadataException) {
                return false;
            }
            throw new UnableToReachCluster(bootstrap, requireNonNullElse(failed.getCause(), failed));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new UnableToReachCluster(bootstrap, interrupted);
        }
    }

    private Map<TopicPartition, OffsetSpec> beginningsOf(List<Topic<?, ?>> topics) {
        return topics.stream()
                .flatMap(topic -> IntStream.range(0, settings.partitionsOf(topic))
                        .mapToObj(partition -> new TopicPartition(topic.name(), partition)))
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.earliest()));
    }

    private Stream<Topic<?, ?>> declared() {
        return Topics.ALL.stream()
                .filter(topic -> cluster == Cluster.BOTH || topic.cluster().isOn(cluster));
    }

    private Map<String, TopicDescription> present() {
        var names = await(admin.listTopics().names());
        var ours = declared().<String>map(Topic::name).filter(names::contains).toList();
        return await(admin.describeTopics(ours).allTopicNames());
    }

    private Map<String, Config> configs(Map<String, TopicDescription> present) {
        var resources = present.keySet().stream()
                .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                .toList();
        return await(admin.describeConfigs(resources).all()).entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().name(), Map.Entry::getValue));
    }

    private <T> T await(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException failed) {
            throw new UnableToReachCluster(bootstrap, requireNonNullElse(failed.getCause(), failed));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new UnableToReachCluster(bootstrap, interrupted);
        }
    }
}
