package dev.auricle.deploy.launch;

import dev.auricle.deploy.embed.Folders;
import dev.auricle.deploy.observe.Figure;
import dev.auricle.deploy.prove.BenchReport;
import dev.auricle.deploy.prove.DicomBench;
import dev.auricle.deploy.prove.UnableToMeasure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

    @Option(names = "--out", paramLabel = "FILE", description = "Write gates and raw measurements as JSON.")
    private Optional<Path> report = Optional.empty();

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
        out.flush();
        if (!found.passed()) {
            throw new CommandFailed(ExitCode.GATE_FAILED, "not every gate passed");
        }
    }

    private static BenchReport measure() {
        Path work = createWork();
        try {
            return new DicomBench(work).run();
        } catch (UnableToMeasure lacking) {
            throw new CommandFailed(ExitCode.USAGE, String.valueOf(lacking.getMessage()), lacking);
        } finally {
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
