package dev.auricle.deploy.launch;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.dictionary.DicomException;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.network.InstanceSource;
import dev.auricle.dicom.network.OutgoingInstance;
import dev.auricle.dicom.syntax.DataSetWriter;
import dev.auricle.dicom.syntax.DicomFile;
import dev.auricle.dicom.syntax.ReadLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The DICOM files among some paths.
 *
 * @param readable to be read whole when their turn comes
 * @param unreadable what is no DICOM file
 */
record DicomFiles(List<Entry> readable, List<Path> unreadable) {
    /** A file whose header was read. */
    record Entry(Path file, OutgoingInstance instance) {}

    /** In files and in folders below, in the order of their names. */
    static DicomFiles in(List<Path> paths) {
        var readable = new ArrayList<Entry>();
        var unreadable = new ArrayList<Path>();
        for (var file : files(paths)) {
            try {
                readable.add(new Entry(file, outgoing(file)));
            } catch (DicomException | IOException malformed) {
                unreadable.add(file);
            }
        }
        return new DicomFiles(readable, unreadable);
    }

    private static OutgoingInstance outgoing(Path file) throws IOException {
        var header = DicomFile.readUntil(Tags.STUDY_ID, file, ReadLimits.DEFAULT);
        return new OutgoingInstance(
                header.dataSet().require(Tags.SOP_CLASS_UID).string(),
                header.dataSet().require(Tags.SOP_INSTANCE_UID).string(),
                header.transferSyntax().uid(),
                () -> InstanceSource.of(DataSetWriter.write(read(file), header.transferSyntax())));
    }

    private static DataSet read(Path file) {
        try {
            return DicomFile.read(file).dataSet();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** All files in files and in folders below, in the order of their names. */
    static List<Path> files(List<Path> paths) {
        var files = new ArrayList<Path>();
        for (var path : paths) {
            try (var below = Files.walk(path)) {
                below.filter(Files::isRegularFile).sorted().forEach(files::add);
            } catch (IOException missing) {
                throw new CommandFailed(ExitCode.USAGE, path + " cannot be opened", missing);
            }
        }
        return files;
    }
}
