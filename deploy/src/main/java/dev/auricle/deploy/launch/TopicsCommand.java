package dev.auricle.deploy.launch;

import dev.auricle.schemas.topic.ClusterTopics;
import dev.auricle.schemas.topic.Difference;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final int MOST_LOOKS = 50;

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
        var created = check ? List.<String>of() : clusters.each(ClusterTopics::create);
        print(created, name -> "created " + name);
        var differences = compare(clusters, created);
        print(differences, Object::toString);
        if (!differences.isEmpty()) {
            throw new CommandFailed(
                    ExitCode.TOPICS_DIFFER,
                    differences.size() + " differences between the clusters and what is declared");
        }
    }

    /** A broker learns of a topic a moment after the controller has made it: what was created is not missing at once. */
    private static List<Difference> compare(Clusters clusters, List<String> created) {
        var differences = clusters.each(ClusterTopics::compare);
        for (int look = 1; look < MOST_LOOKS && isMissing(differences, created); look++) {
            pause();
            differences = clusters.each(ClusterTopics::compare);
        }
        return differences;
    }

    private static boolean isMissing(List<Difference> differences, List<String> created) {
        return differences.stream()
                .anyMatch(difference -> difference.what().equals("topic") && created.contains(difference.topic()));
    }

    private static void pause() {
        try {
            new CountDownLatch(1).await(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private <T> void print(List<T> items, Function<T, String> line) {
        var out = spec.commandLine().getOut();
        items.forEach(item -> out.println(line.apply(item)));
        out.flush();
    }
}
