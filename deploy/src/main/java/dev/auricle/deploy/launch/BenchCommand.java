package dev.auricle.deploy.launch;

import dev.auricle.deploy.embed.Folders;
import dev.auricle.deploy.observe.Figure;
import dev.auricle.deploy.observe.Story;
import dev.auricle.deploy.prove.BenchPeer;
import dev.auricle.deploy.prove.BenchReport;
import dev.auricle.deploy.prove.DicomBench;
import dev.auricle.deploy.prove.UnableToMeasure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs a benchmark. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures something against a peer, in one run, and ends with 0 only if every gate passes.",
        footer = {"", "Example: auricle bench dicom --out dicom.json"})
final class BenchCommand implements Runnable {
    private enum Benchmark {
        DICOM
    }

    @Parameters(
            paramLabel = "NAME",
            description = "Which one: ${COMPLETION-CANDIDATES}. DICOM: C-STORE into our gateway and its durable "
                    + "broker, beside the broker alone, Orthanc and storescp; reading, beside dcmdump.")
    @SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // set by picocli; there is one so far
    private Benchmark name;

    @Option(names = "--out", paramLabel = "FILE", description = "Write gates, ratios and raw measurements as JSON.")
    private Optional<Path> report = Optional.empty();

    @Option(
            names = "--peers",
            paramLabel = "PEER",
            split = ",",
            description = "Beside whom, and only their gates: ${COMPLETION-CANDIDATES}; several separated by commas. "
                    + "Default: all.")
    private Set<BenchPeer> peers = EnumSet.allOf(BenchPeer.class);

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "3",
            description = "Measure everything so often, one peer after the other; the median counts. Default: "
                    + "${DEFAULT-VALUE}.")
    private int rounds;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        var found = measure();
        report.ifPresent(found::write);
        var out = spec.commandLine().getOut();
        found.gates()
                .forEach(gate -> out.println("%s  %s (at least %s)  %s"
                        .formatted(
                                gate.pass() ? "pass" : "FAIL",
                                Figure.of(gate.value()),
                                Figure.of(gate.threshold()),
                                gate.id())));
        found.ratios().forEach(ratio -> out.println("      %s  %s".formatted(Figure.of(ratio.value()), ratio.id())));
        out.flush();
        if (!found.passed()) {
            throw new CommandFailed(ExitCode.GATE_FAILED, "not every gate passed");
        }
    }

    private BenchReport measure() {
        if (rounds < 1) {
            throw new ParameterException(spec.commandLine(), "--rounds must be at least 1, got " + rounds);
        }
        Path work = createWork();
        var story =
                new Story(spec.commandLine().getErr(), Boolean.getBoolean("auricle.interactive"), Clock.systemUTC());
        try {
            return new DicomBench(work, peers, rounds, story::progress).run();
        } catch (UnableToMeasure lacking) {
            throw new CommandFailed(ExitCode.USAGE, String.valueOf(lacking.getMessage()), lacking);
        } finally {
            story.clearProgress();
            Folders.delete(work);
        }
    }

    private static Path createWork() {
        try {
            return Files.createTempDirectory("auricle-bench-");
        } catch (IOException failed) {
            throw new CommandFailed(ExitCode.UNEXPECTED, "there is no room for the benchmark's data", failed);
        }
    }
}
