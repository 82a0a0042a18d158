package dev.auricle.dicom.syntax;

import dev.auricle.dicom.data.Bytes;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.dictionary.Vr;
import java.nio.charset.StandardCharsets;

/** What stands in front of the data set in a file (PS3.10, 7.1). */
final class FileMeta {
    static final int PREAMBLE = 128;

    private FileMeta() {}

    /** 128 NULs and "DICM". */
    static Bytes preamble() {
        var bytes = new byte[PREAMBLE + 4];
        var prefix = "DICM".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(prefix, 0, bytes, PREAMBLE, prefix.length);
        return Bytes.wrap(bytes);
    }

    static DataSet of(DataSet dataSet, TransferSyntax syntax) {
        return of(
                dataSet.require(Tags.SOP_CLASS_UID).string(),
                dataSet.require(Tags.SOP_INSTANCE_UID).string(),
                syntax.uid());
    }

    static DataSet of(String sopClass, String sopInstance, String transferSyntax) {
        var meta = DataSet.builder()
                .bytes(Tags.FILE_META_INFORMATION_VERSION, Vr.OB, new byte[] {0, 1})
                .set(Tags.MEDIA_STORAGE_SOP_CLASS_UID, sopClass)
                .set(Tags.MEDIA_STORAGE_SOP_INSTANCE_UID, sopInstance)
                .set(Tags.TRANSFER_SYNTAX_UID, transferSyntax)
                .set(Tags.IMPLEMENTATION_CLASS_UID, Implementation.CLASS_UID)
                .set(Tags.IMPLEMENTATION_VERSION_NAME, Implementation.VERSION_NAME);
        int length = DataSetWriter.write(meta.build(), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN)
                .size();
        return meta.set(Tags.FILE_META_INFORMATION_GROUP_LENGTH, length).build();
    }
}
