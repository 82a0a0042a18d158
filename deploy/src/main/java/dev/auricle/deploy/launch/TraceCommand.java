package dev.auricle.deploy.launch;

import dev.auricle.deploy.observe.ScanProgress;
import dev.auricle.deploy.observe.Story;
import dev.auricle.deploy.observe.StudyTrace;
import dev.auricle.schemas.identity.KeyedHash;
import dev.auricle.schemas.log.LogScan;
import java.time.Clock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the way of a study through the topics of a site. */
@Command(
        name = "trace",
        mixinStandardHelpOptions = true,
        description = {
            "Prints the way of a study through all topics of a site: when, where in the log, what.",
            "Reads the topics from --from to where they end now and changes nothing."
        },
        footer = {"", "Example: auricle trace 1.2.840.113619.2.1.1 --site north --from 2026-01-31"})
final class TraceCommand implements Runnable {
    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private ConfigurationFile configuration;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private SiteOption site;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private WindowOptions times;

    @Parameters(paramLabel = "STUDY", description = "Study Instance UID.")
    @SuppressWarnings("NullAway.Init")
    private String study;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        var home = configuration.site();
        var hospital = site.of(home);
        var window = times.window();
        Clusters.site(configuration).require();
        var trace = new KeyedHash(hospital.secret()).hex("study", study);
        var progress = new ScanProgress(
                new Story(spec.commandLine().getErr(), Boolean.getBoolean("auricle.interactive"), Clock.systemUTC()));
        var out = spec.commandLine().getOut();
        try (var scan = new LogScan(home.connection(), progress)) {
            var steps = StudyTrace.read(scan, trace, window.from()).stream()
                    .filter(step -> window.has(step.at().toEpochMilli()))
                    .toList();
            steps.forEach(out::println);
            out.println(
                    steps.isEmpty() ? "nothing of the study is in the log of " + hospital.name() : "trace " + trace);
            out.flush();
        }
    }
}
