package dev.auricle.deploy.launch;

import dev.auricle.deploy.observe.ScanProgress;
import dev.auricle.deploy.observe.Story;
import dev.auricle.inference.retry.ReadFailures;
import dev.auricle.inference.retry.RetryDeliveries;
import dev.auricle.ingest.refuse.Refusal;
import dev.auricle.ingest.report.ReadLedger;
import dev.auricle.ingest.report.Refused;
import dev.auricle.ingest.retry.RetrySeries;
import dev.auricle.schemas.connect.KafkaConnection;
import dev.auricle.schemas.log.LogRefs;
import dev.auricle.schemas.log.UnableToReadLog;
import dev.auricle.schemas.record.DeliveryFailed;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Sends refused series, or results that could not be delivered, again. */
@Command(
        name = "retry",
        mixinStandardHelpOptions = true,
        description = {
            "Sends series that were refused through the gateway's rules again: after the plan, the gateway or what was",
            "missing has changed. A series that was taken since, or that still waits, is left alone.",
            "Instances that were refused before they were part of a series are sent again, too.",
            "With --deliveries, puts results back that the archive or the FHIR server did not take."
        },
        footer = {"", "Example: auricle retry --site north --rule SLICE_SPACING_OUT_OF_RANGE --dry-run"})
final class RetryCommand implements Runnable {
    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private ConfigurationFile configuration;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private SiteOption site;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private WindowOptions times;

    @Option(
            names = "--rule",
            paramLabel = "CODE",
            description = "Only what this rule refused; may be given several times.")
    private Set<Refusal> rules = Set.of();

    @Option(
            names = "--series",
            paramLabel = "UID",
            description = "Only this series, by its Series Instance UID; may be given several times.")
    private Set<String> series = Set.of();

    @Option(
            names = "--deliveries",
            description =
                    "Not series but results that could not be delivered; they are delivered to every target again.")
    private boolean deliveries;

    @Option(names = "--dry-run", description = "Lists what would be sent, and sends nothing.")
    private boolean dryRun;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        if (deliveries && !rules.isEmpty()) {
            throw new CommandFailed(ExitCode.USAGE, "--rule chooses series, --deliveries puts back results");
        }
        var home = configuration.site();
        var hospital = site.of(home).name();
        Clusters.site(configuration).require();
        if (deliveries) {
            retryDeliveries(home.connection(), hospital);
        } else {
            retrySeries(home.connection(), hospital);
        }
    }

    private void retrySeries(KafkaConnection cluster, String hospital) {
        if (dryRun) {
            var refused = refused(cluster, hospital);
            refused.forEach(each -> say(show(each)));
            say(count(refused.size()) + " would be sent again");
            return;
        }
        try (var retry = new RetrySeries(cluster, hospital)) {
            var refused = refused(cluster, hospital);
            long sent = refused.stream()
                    .filter(each -> send(() -> retry.send(each), show(each)))
                    .count();
            say(sent + " of " + count(refused.size()) + " are sent again");
        }
    }

    private void retryDeliveries(KafkaConnection cluster, String hospital) {
        if (dryRun) {
            var failures = failures(cluster, hospital);
            failures.forEach(each -> say(show(each)));
            say(failures.size() + " results would be delivered again");
            return;
        }
        try (var retry = new RetryDeliveries(cluster, hospital)) {
            var failures = failures(cluster, hospital);
            long sent = failures.stream()
                    .filter(each -> send(() -> retry.send(each), show(each)))
                    .count();
            say(sent + " of " + failures.size() + " results are delivered again");
        }
    }

    private List<Refused> refused(KafkaConnection cluster, String hospital) {
        return new ReadLedger(cluster, progress())
                .read(hospital, times.window()).refused().stream()
                        .filter(this::isWanted)
                        .toList();
    }

    private List<DeliveryFailed> failures(KafkaConnection cluster, String hospital) {
        var window = times.window();
        return new ReadFailures(cluster, progress())
                .read(hospital).stream()
                        .filter(failed -> window.has(failed.getFailedAtMs()))
                        .filter(failed -> series.isEmpty() || series.contains(failed.getSeriesInstanceUid()))
                        .toList();
    }

    private ScanProgress progress() {
        return new ScanProgress(
                new Story(spec.commandLine().getErr(), Boolean.getBoolean("auricle.interactive"), Clock.systemUTC()));
    }

    private static String count(int refused) {
        return refused + " series or instances";
    }

    private boolean isWanted(Refused refused) {
        var asked = new HashSet<>(refused.refusals());
        asked.retainAll(rules);
        return (rules.isEmpty() || !asked.isEmpty()) && (series.isEmpty() || series.contains(refused.series()));
    }

    private boolean send(Runnable retry, String what) {
        try {
            retry.run();
            return true;
        } catch (UnableToReadLog gone) {
            say(what + ": has left the log");
            return false;
        }
    }

    private static String show(DeliveryFailed failed) {
        return LogRefs.show(failed.getSegmentation()) + "  " + failed.getTarget() + "  "
                + failed.getReason().getCode();
    }

    private static String show(Refused refused) {
        return LogRefs.cite(refused.example()) + "  "
                + refused.refusals().stream().map(Refusal::name).sorted().collect(Collectors.joining(", "));
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
