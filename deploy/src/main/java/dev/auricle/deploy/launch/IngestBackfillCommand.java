package dev.auricle.deploy.launch;

import dev.auricle.deploy.observe.BackfillStory;
import dev.auricle.deploy.observe.Story;
import dev.auricle.dicom.network.VertxDicomNetwork;
import dev.auricle.ingest.BackfillMain;
import dev.auricle.ingest.BackfillMain.Way;
import dev.auricle.ingest.backfill.Hours;
import dev.auricle.ingest.backfill.Pace;
import dev.auricle.ingest.backfill.Selection;
import dev.auricle.ingest.backfill.Tally;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Brings in what an archive already has. */
@Command(
        name = "backfill",
        mixinStandardHelpOptions = true,
        description = {
            "Asks an archive for the series of some days and has those sent that the log does not hold whole.",
            "Interrupted, it goes on where it stopped when it is run again: what the log holds is its journal.",
            "Where to ask is in the section ingest.backfill of the configuration. --by MOVE needs a running gateway."
        },
        footer = {
            "",
            "Example: auricle ingest backfill --site north --from 2024-01-01 --modality MR --rate 20 --hours 20:00-06:00"
        })
final class IngestBackfillCommand implements Runnable {
    private static final Duration OVERLAP = Duration.ofMinutes(2);

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private ConfigurationFile configuration;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private SiteOption site;

    @Option(names = "--from", required = true, paramLabel = "DATE", description = "First study date: 2024-01-01.")
    @SuppressWarnings("NullAway.Init")
    private LocalDate from;

    @Option(names = "--to", paramLabel = "DATE", description = "Last study date (default: today).")
    private Optional<LocalDate> to = Optional.empty();

    @Option(names = "--modality", paramLabel = "CODE", description = "Only series of these: MR. May be repeated.")
    private Set<String> modalities = Set.of();

    @Option(
            names = "--by",
            paramLabel = "WAY",
            defaultValue = "MOVE",
            description = "${COMPLETION-CANDIDATES}: C-FIND and C-MOVE, C-FIND and C-GET, or QIDO-RS and WADO-RS "
                    + "(default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init")
    private Way way;

    @Option(
            names = "--fhir",
            description = "Takes what there is from the ImagingStudy resources of a FHIR server, not from the archive.")
    private boolean fhir;

    @Option(
            names = "--every",
            paramLabel = "MINUTES",
            description = "With --fhir: asks again after so long for what is new or changed, until it is stopped.")
    private Optional<Integer> everyMinutes = Optional.empty();

    @Option(names = "--rate", paramLabel = "N", description = "Instances a second, on average (default: no limit).")
    private double rate = Double.POSITIVE_INFINITY;

    @Option(names = "--hours", paramLabel = "HOURS", description = "Only in these hours: 20:00-06:00 (local time).")
    private Optional<String> hours = Optional.empty();

    @Option(names = "--check", description = "Fetches nothing: tells what the log lacks of what the archive has.")
    private boolean check;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        var selection = selection();
        var home = configuration.site();
        Clusters.site(configuration).require();
        var vertx = Vertx.vertx();
        var surroundings = new BackfillMain.Surroundings(
                home, vertx, new VertxDicomNetwork(vertx), Clock.system(ZoneId.systemDefault()));
        try (var backfill = new BackfillMain(
                configuration.ingest(),
                surroundings,
                site.of(home),
                () -> UUID.randomUUID().toString())) {
            if (check) {
                check(backfill, selection);
            } else {
                bring(backfill, selection);
            }
        } finally {
            vertx.close();
        }
    }

    private void check(BackfillMain backfill, Selection selection) {
        var story = story();
        var catalogue = fhir ? backfill.studiesSince(Instant.EPOCH) : backfill.catalogue(way);
        var found = backfill.examine(catalogue, selection, story);
        story.tell(found);
        if (!found.isComplete()) {
            throw new CommandFailed(ExitCode.BACKFILL_INCOMPLETE, "the log lacks some of what the archive has");
        }
    }

    private void bring(BackfillMain backfill, Selection selection) {
        var since = Instant.EPOCH;
        do {
            var begun = Instant.now();
            var story = story();
            var catalogue = fhir ? backfill.studiesSince(since) : backfill.catalogue(way);
            var tally = backfill.bring(catalogue, way, selection, pace(story), story);
            story.tell(tally);
            require(tally);
            if (tally.isComplete()) {
                // The server's clock and ours may differ; what is found twice is in the log already. As long as
                // something
                // is missing, it is asked for again.
                since = begun.minus(OVERLAP);
            }
            everyMinutes.ifPresent(minutes -> story.waitUntil(begun.plus(Duration.ofMinutes(minutes))));
        } while (everyMinutes.isPresent());
    }

    private void require(Tally tally) {
        if (!tally.isComplete() && everyMinutes.isEmpty()) {
            throw new CommandFailed(
                    ExitCode.BACKFILL_INCOMPLETE, tally.incomplete() + " series did not come whole; run it again");
        }
    }

    private Selection selection() {
        if (everyMinutes.isPresent() && !fhir) {
            throw new CommandFailed(ExitCode.USAGE, "--every is for --fhir");
        }
        try {
            return new Selection(from, to.orElseGet(LocalDate::now), modalities);
        } catch (IllegalArgumentException refused) {
            throw new CommandFailed(ExitCode.USAGE, String.valueOf(refused.getMessage()), refused);
        }
    }

    private Pace pace(BackfillStory story) {
        try {
            return new Pace(
                    hours.map(Hours::of).orElse(Hours.ANY),
                    rate,
                    Clock.system(ZoneId.systemDefault()),
                    story::waitUntil);
        } catch (IllegalArgumentException refused) {
            throw new CommandFailed(ExitCode.USAGE, String.valueOf(refused.getMessage()), refused);
        }
    }

    private BackfillStory story() {
        boolean interactive = Boolean.getBoolean("auricle.interactive");
        return new BackfillStory(new Story(spec.commandLine().getOut(), interactive, Clock.systemUTC()));
    }
}
