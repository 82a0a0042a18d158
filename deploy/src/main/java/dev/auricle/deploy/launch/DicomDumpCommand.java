package dev.auricle.deploy.launch;

import dev.auricle.deploy.observe.DataSetDump;
import dev.auricle.dicom.dictionary.DicomException;
import dev.auricle.dicom.syntax.BulkRule;
import dev.auricle.dicom.syntax.DicomStream;
import dev.auricle.dicom.syntax.ReadLimits;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a DICOM file, however long; pixels are not held. */
@Command(
        name = "dump",
        mixinStandardHelpOptions = true,
        description = "Prints what a DICOM file holds: tag, representation, length, keyword, value.",
        footer = {"", "Example: auricle dicom dump --hide-values image.dcm"})
final class DicomDumpCommand implements Runnable {
    private static final long LONGEST_HELD_BYTES = 1 << 16;
    private static final ReadLimits HELD = ReadLimits.DEFAULT.withTotal(256L << 20);

    @Parameters(paramLabel = "FILE", description = "A DICOM file.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path file;

    @Option(names = "--hide-values", description = "Leave values out, which are about a patient.")
    private boolean hideValues;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        var out = spec.commandLine().getOut();
        try (var stream = DicomStream.open(file, HELD, BulkRule.longerThan(LONGEST_HELD_BYTES))) {
            new DataSetDump(out, !hideValues).print(stream);
        } catch (DicomException malformed) {
            throw new CommandFailed(ExitCode.DICOM_UNREADABLE, file + ": " + malformed.getMessage(), malformed);
        } catch (IOException missing) {
            throw new CommandFailed(ExitCode.USAGE, file + " cannot be opened", missing);
        } finally {
            out.flush();
        }
    }
}
