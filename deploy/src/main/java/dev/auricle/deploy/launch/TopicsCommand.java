package dev.auricle.deploy.launch;

import dev.auricle.schemas.topic.ClusterTopics;
import java.util.List;
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
        var clusters = Clusters.both(configuration);
        if (!check) {
            print(clusters.each(ClusterTopics::create), name -> "created " + name);
        }
        var differences = clusters.each(ClusterTopics::compare);
        print(differences, Object::toString);
        if (!differences.isEmpty()) {
            throw new CommandFailed(
                    ExitCode.TOPICS_DIFFER,
                    differences.size() + " differences between the clusters and what is declared");
        }
    }

    private <T> void print(List<T> items, Function<T, String> line) {
        var out = spec.commandLine().getOut();
        items.forEach(item -> out.println(line.apply(item)));
        out.flush();
    }
}
