package dev.auricle.deploy.launch;

import dev.auricle.deploy.observe.Bar;
import dev.auricle.deploy.observe.Story;
import dev.auricle.deploy.rehearse.SampleFile;
import dev.auricle.schemas.log.LogReader;
import dev.auricle.schemas.log.PlanFollower;
import dev.auricle.schemas.plan.Plan;
import dev.auricle.schemas.topic.Topics;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes a site's samples into a folder that a simulation reads. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Writes a site's samples, as its partition has them now, into a folder for auricle simulate.",
            "They are de-identified, and still images of patients: they stay at the site."
        },
        footer = {"", "Example: auricle samples export --site north --out rehearsal"})
final class SamplesExportCommand implements Runnable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private ConfigurationFile configuration;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private SiteOption site;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Gets a folder with the site's name.")
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        var home = configuration.site();
        var hospital = site.of(home).name();
        Clusters.both(configuration).require();
        int partition = plan().partitionOf(hospital);
        var story =
                new Story(spec.commandLine().getOut(), Boolean.getBoolean("auricle.interactive"), Clock.systemUTC());
        var file = directory.resolve(hospital).resolve(SampleFile.NAME);
        try (var log = new LogReader(home.connection())) {
            long begin = log.begin(Topics.SAMPLES, partition);
            long end = log.end(Topics.SAMPLES, partition);
            SampleFile.write(file, sink -> {
                if (end > begin) {
                    log.read(Topics.SAMPLES, partition, begin, end - 1, entry -> {
                        sink.accept(entry.value());
                        story.progress(Bar.of(entry.offset() + 1 - begin, end - begin));
                    });
                }
            });
            story.line("%d samples of %s are in %s".formatted(end - begin, hospital, file));
        }
    }

    /** The plan in force: it says which partition is the site's. */
    private Plan plan() {
        var federation = configuration.federation();
        try (var plans = new PlanFollower(federation.connection(), federation.name())) {
            return plans.poll(PATIENCE)
                    .map(PlanFollower.PlanInForce::plan)
                    .orElseThrow(() -> new CommandFailed(
                            ExitCode.PLAN, "there is no plan of the federation " + federation.name()));
        }
    }
}
