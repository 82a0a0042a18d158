package dev.auricle.deploy.launch;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.deidentify.Deidentification.Deidentified;
import dev.auricle.dicom.deidentify.Deidentification.Rejected;
import dev.auricle.dicom.deidentify.Deidentifier;
import dev.auricle.dicom.dictionary.DicomException;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.syntax.DicomFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Files without the patient, in a folder of their own, whose names say nothing either. */
final class SafeExport {
    private final Deidentifier deidentifier;
    private final Path folder;

    /** What became of a file. */
    sealed interface Result {
        record Written(Path file) implements Result {}

        record LeftOut(ExitCode code, String why) implements Result {}
    }

    /** Into a folder that has nothing in it. */
    SafeExport(Deidentifier deidentifier, Path folder) {
        this.deidentifier = deidentifier;
        this.folder = folder;
        requireEmpty();
    }

    Result write(Path file) {
        try {
            var identified = DicomFile.read(file);
            var result = deidentifier.deidentify(identified.dataSet(), identified.transferSyntax());
            if (result instanceof Rejected rejected) {
                return new Result.LeftOut(
                        ExitCode.DICOM_NOT_DEIDENTIFIED, rejected.code() + ": " + rejected.sentence());
            }
            return write((Deidentified) result);
        } catch (DicomException malformed) {
            return new Result.LeftOut(ExitCode.DICOM_UNREADABLE, String.valueOf(malformed.getMessage()));
        } catch (FileAlreadyExistsException twice) {
            return new Result.LeftOut(ExitCode.USAGE, "an object of the same UID was written already");
        } catch (IOException failed) {
            throw new CommandFailed(ExitCode.USAGE, "cannot read " + file + " or write to " + folder, failed);
        }
    }

    private Result write(Deidentified anonymous) throws IOException {
        var target = folder.resolve(name(anonymous.dataSet()));
        var written = DicomFile.of(anonymous.dataSet(), anonymous.syntax());
        try (var out = new BufferedOutputStream(Files.newOutputStream(target, StandardOpenOption.CREATE_NEW))) {
            written.write(out);
        }
        return new Result.Written(target);
    }

    private static String name(DataSet anonymous) {
        return anonymous.require(Tags.SOP_INSTANCE_UID).string().replaceAll("[^0-9.]", "_") + ".dcm";
    }

    private void requireEmpty() {
        try {
            Files.createDirectories(folder);
            try (var files = Files.list(folder)) {
                if (files.findAny().isPresent()) {
                    throw new CommandFailed(ExitCode.USAGE, folder + " is not empty; nothing is overwritten");
                }
            }
        } catch (IOException failed) {
            throw new CommandFailed(ExitCode.USAGE, folder + " cannot be written to", failed);
        }
    }
}
