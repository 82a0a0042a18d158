package dev.auricle.deploy.supply;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.network.InstanceSource;
import dev.auricle.dicom.network.OutgoingInstance;
import dev.auricle.dicom.syntax.DataSetWriter;
import dev.auricle.dicom.syntax.DicomFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** One DICOM object, in memory or in a file. */
public sealed interface Instance {
    /** All of it. */
    DicomFile read();

    /** To be sent. */
    OutgoingInstance outgoing();

    /** One that was made here. */
    record InMemory(DataSet dataSet) implements Instance {
        @Override
        public DicomFile read() {
            return DicomFile.of(dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        }

        @Override
        public OutgoingInstance outgoing() {
            return OutgoingInstance.of(dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        }
    }

    /**
     * One that lies in a file, which is read when it is needed.
     *
     * @param header of it, without pixels
     */
    record InFile(Path file, DicomFile header) implements Instance {
        @Override
        public DicomFile read() {
            try {
                return DicomFile.read(file);
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        }

        @Override
        public OutgoingInstance outgoing() {
            var dataSet = header.dataSet();
            var syntax = header.transferSyntax();
            return new OutgoingInstance(
                    dataSet.require(Tags.SOP_CLASS_UID).string(),
                    dataSet.require(Tags.SOP_INSTANCE_UID).string(),
                    syntax.uid(),
                    () -> InstanceSource.of(DataSetWriter.write(read().dataSet(), syntax)));
        }
    }
}
