package dev.auricle.deploy.launch;

import dev.auricle.dicom.dictionary.DicomException;
import dev.auricle.dicom.json.BulkDataPlacement;
import dev.auricle.dicom.json.JsonWriter;
import dev.auricle.dicom.syntax.DicomFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a DICOM file as JSON. */
@Command(
        name = "json",
        mixinStandardHelpOptions = true,
        description = "Prints a DICOM file as DICOM JSON (PS3.18 annex F); long values are referred to.",
        footer = {"", "Example: auricle dicom json --longest 64 image.dcm"})
final class DicomJsonCommand implements Runnable {
    @Parameters(paramLabel = "FILE", description = "A DICOM file.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path file;

    @Option(
            names = "--longest",
            paramLabel = "BYTES",
            defaultValue = "1024",
            description = "The longest value to print; default: ${DEFAULT-VALUE}.")
    private int longest;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        var out = spec.commandLine().getOut();
        try {
            out.println(json(DicomFile.read(file)));
        } catch (DicomException malformed) {
            throw new CommandFailed(ExitCode.DICOM_UNREADABLE, file + ": " + malformed.getMessage(), malformed);
        } catch (IOException missing) {
            throw new CommandFailed(ExitCode.USAGE, file + " cannot be opened", missing);
        }
        out.flush();
    }

    private String json(DicomFile dicom) throws IOException {
        BulkDataPlacement inTheFile = element ->
                Optional.of("%s#%08X".formatted(file.toUri(), element.tag().value()));
        var text = new ByteArrayOutputStream();
        new JsonWriter(BulkDataPlacement.above(longest, inTheFile)).writeIndented(dicom.dataSet(), text);
        return text.toString(StandardCharsets.UTF_8);
    }
}
