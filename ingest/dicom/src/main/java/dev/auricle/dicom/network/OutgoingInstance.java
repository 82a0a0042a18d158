package dev.auricle.dicom.network;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.syntax.DataSetWriter;
import dev.auricle.dicom.syntax.DicomFile;
import java.util.function.Supplier;

/**
 * An instance to be stored elsewhere.
 *
 * @param transferSyntax UID of the encoding of the data set
 * @param dataSet opens the encoded data set, without preamble and meta information; asked when its turn comes
 */
public record OutgoingInstance(
        String sopClass, String sopInstance, String transferSyntax, Supplier<InstanceSource> dataSet) {
    /** A data set, encoded when its turn comes. */
    public static OutgoingInstance of(DataSet dataSet, TransferSyntax syntax) {
        return new OutgoingInstance(
                dataSet.require(Tags.SOP_CLASS_UID).string(),
                dataSet.require(Tags.SOP_INSTANCE_UID).string(),
                syntax.uid(),
                () -> InstanceSource.of(DataSetWriter.write(dataSet, syntax)));
    }

    public static OutgoingInstance of(DicomFile file) {
        return of(file.dataSet(), file.transferSyntax());
    }
}
