package dev.auricle.deploy.launch;

import dev.auricle.deploy.observe.DataSetDump;
import dev.auricle.dicom.dictionary.DicomException;
import dev.auricle.dicom.syntax.DicomFile;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a DICOM file. */
@Command(
        name = "dump",
        mixinStandardHelpOptions = true,
        description = "Prints what a DICOM file holds: tag, representation, length, keyword, value.",
        footer = {"", "Example: auricle dicom dump --hide-values image.dcm"})
final class DicomDumpCommand implements Runnable {
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
        try {
            new DataSetDump(out, !hideValues).print(DicomFile.read(file));
        } catch (DicomException malformed) {
            throw new CommandFailed(ExitCode.DICOM_UNREADABLE, file + ": " + malformed.getMessage(), malformed);
        } catch (IOException missing) {
            throw new CommandFailed(ExitCode.USAGE, file + " cannot be opened", missing);
        }
        out.flush();
    }
}
