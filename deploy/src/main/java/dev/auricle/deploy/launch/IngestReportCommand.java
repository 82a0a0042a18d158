package dev.auricle.deploy.launch;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.auricle.deploy.observe.IngestTable;
import dev.auricle.deploy.observe.ScanProgress;
import dev.auricle.deploy.observe.Story;
import dev.auricle.ingest.report.ReadLedger;
import dev.auricle.ingest.report.SiteReport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells what became of the series that a site received. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = {
            "Tells, for every rule, what a site received, accepted and rejected, with examples by place in the log.",
            "Reads the site's topics to where they end now and changes nothing."
        },
        footer = {"", "Example: auricle ingest report --site north --from 2026-01-01"})
final class IngestReportCommand implements Runnable {
    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private ConfigurationFile configuration;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private SiteOption site;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private WindowOptions times;

    @Option(names = "--json", paramLabel = "FILE", description = "Writes the same as JSON.")
    private Optional<Path> json = Optional.empty();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        var home = configuration.site();
        var hospital = site.of(home).name();
        var window = times.window();
        Clusters.site(configuration).require();
        var command = spec.commandLine();
        boolean interactive = Boolean.getBoolean("auricle.interactive");
        var progress = new ScanProgress(new Story(command.getErr(), interactive, Clock.systemUTC()));
        var report = SiteReport.of(hospital, new ReadLedger(home.connection(), progress).read(hospital, window));
        json.ifPresent(file -> write(report, file));
        new IngestTable(new Story(command.getOut(), interactive, Clock.systemUTC())).print(report);
    }

    private static void write(SiteReport report, Path file) {
        try {
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), report);
        } catch (IOException failed) {
            throw new CommandFailed(ExitCode.USAGE, file + " cannot be written", failed);
        }
    }
}
