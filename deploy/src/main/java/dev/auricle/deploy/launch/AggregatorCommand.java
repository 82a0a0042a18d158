package dev.auricle.deploy.launch;

import dev.auricle.aggregator.AggregatorMain;
import dev.auricle.deploy.observe.RoundLines;
import dev.auricle.schemas.configuration.UnableToReadConfiguration;
import dev.auricle.schemas.log.LogWriter;
import dev.auricle.schemas.plan.MethodName;
import dev.auricle.schemas.plan.Plan;
import dev.auricle.schemas.topic.Topics;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the hub: coordinates rounds, merges shards, registers models. Prints one line per round. */
@Command(
        name = "aggregator",
        mixinStandardHelpOptions = true,
        description = "Runs the federation's hub: coordinates, merges, registers. One line per round.",
        footer = {
            "",
            "Example: auricle aggregator --plan deploy/plan.yaml",
            "A plan that is the same as the one in force changes nothing."
        })
final class AggregatorCommand implements Runnable {
    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private ConfigurationFile configuration;

    @Option(
            names = "--plan",
            paramLabel = "FILE",
            description = "Publishes this plan first; it puts an end to the one before.")
    private Optional<Path> plan = Optional.empty();

    @Option(names = "--publish-only", description = "Publishes the plan and ends.")
    private boolean publishOnly;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        var read = plan.map(AggregatorCommand::read);
        var config = configuration.aggregator();
        Clusters.hub(configuration).require();
        read.ifPresent(this::publish);
        if (publishOnly) {
            return;
        }
        var federation = configuration.federation().connection();
        var aggregator =
                AggregatorMain.start(config, federation, configuration.topics().lanes(), Clock.systemUTC());
        var lines = new RoundLines(federation, spec.commandLine().getOut());
        Service.run("aggregator", aggregator::hasFailed, () -> lines.print(Duration.ofMillis(100)), () -> {
            aggregator.close();
            lines.close();
        });
    }

    private static Plan read(Path file) {
        try {
            var plan = Plan.read(file);
            if (plan.method().name() == MethodName.CENTRALISED) {
                throw new CommandFailed(
                        ExitCode.PLAN,
                        file + ": method: centralised is for auricle simulate; samples never leave a site");
            }
            return plan;
        } catch (UnableToReadConfiguration wrong) {
            throw new CommandFailed(ExitCode.PLAN, String.valueOf(wrong.getMessage()), wrong);
        }
    }

    private void publish(Plan read) {
        try (var writer = new LogWriter(configuration.federation().connection())) {
            writer.write(Topics.PLANS, read.federation(), read);
            writer.flush();
        }
        spec.commandLine().getOut().println("published the plan of " + read.federation());
    }
}
