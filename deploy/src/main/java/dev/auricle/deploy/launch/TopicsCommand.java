package dev.auricle.deploy.launch;

import dev.auricle.schemas.connect.KafkaConnection;
import dev.auricle.schemas.topic.Cluster;
import dev.auricle.schemas.topic.ClusterTopics;
import dev.auricle.schemas.topic.TopicSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Creates the topics of both clusters, or compares them with how they are declared. */
@Command(
        name = "topics",
        mixinStandardHelpOptions = true,
        description = "Creates the topics on the site's and the federation's cluster, or compares them.",
        footer = {"", "Example: auricle topics --check --config auricle.yaml"})
final class TopicsCommand implements Runnable {
    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private ConfigurationFile configuration;

    @Option(names = "--check", description = "Change nothing; exit 14 if a topic is not as declared.")
    private boolean check;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        var settings = configuration.topics();
        int findings = 0;
        for (var cluster : clusters().entrySet()) {
            findings += onCluster(cluster.getKey(), cluster.getValue(), settings);
        }
        if (findings > 0) {
            throw new CommandFailed(
                    ExitCode.TOPICS_DIFFER, findings + " differences between the clusters and what is declared");
        }
    }

    /** One cluster for both parts is looked at once. */
    private Map<KafkaConnection, Cluster> clusters() {
        var clusters = new LinkedHashMap<KafkaConnection, Cluster>();
        clusters.put(configuration.site().connection(), Cluster.SITE);
        clusters.merge(configuration.federation().connection(), Cluster.HUB, (one, other) -> Cluster.BOTH);
        return clusters;
    }

    private int onCluster(KafkaConnection connection, Cluster cluster, TopicSettings settings) {
        try (var admin = connection.admin()) {
            var topics = new ClusterTopics(admin, connection.bootstrap(), cluster, settings);
            return check ? print(topics.compare(), Object::toString) : create(topics);
        }
    }

    private int create(ClusterTopics topics) {
        print(topics.create(), name -> "created " + name);
        return print(topics.compare(), Object::toString);
    }

    private <T> int print(List<T> items, Function<T, String> line) {
        var out = spec.commandLine().getOut();
        items.forEach(item -> out.println(line.apply(item)));
        out.flush();
        return items.size();
    }
}
