package dev.auricle.deploy.launch;

import dev.auricle.ingest.report.ReadLedger.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options {@code --from} and {@code --to}: of what time what is in the log counts. */
final class WindowOptions {
    @Option(
            names = "--from",
            paramLabel = "DATE",
            description = "Only what came into the log on this day (UTC) or later: 2026-01-31.")
    private Optional<LocalDate> from = Optional.empty();

    @Option(names = "--to", paramLabel = "DATE", description = "Only what came into the log before this day.")
    private Optional<LocalDate> to = Optional.empty();

    Window window() {
        try {
            return new Window(
                    from.map(WindowOptions::beginning).orElse(Window.EVER.from()),
                    to.map(WindowOptions::beginning).orElse(Window.EVER.to()));
        } catch (IllegalArgumentException none) {
            throw new CommandFailed(ExitCode.USAGE, "--from must be before --to", none);
        }
    }

    private static Instant beginning(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
