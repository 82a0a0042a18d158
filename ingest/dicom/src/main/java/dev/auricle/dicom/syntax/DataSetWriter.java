package dev.auricle.dicom.syntax;

import dev.auricle.dicom.data.Bytes;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.dictionary.TransferSyntax;

/**
 * Writes data sets as they travel in a C-STORE: without preamble and file meta information. An element that was read
 * and not changed is written as it was, the choice between defined and undefined lengths included.
 */
public final class DataSetWriter {
    private DataSetWriter() {}

    /** The data set, encoded. */
    public static Bytes write(DataSet dataSet, TransferSyntax syntax) {
        var encoder = new DataSetEncoder(Encoding.of(syntax));
        encoder.write(dataSet);
        return Bytes.wrap(syntax.isDeflated() ? Deflate.deflate(encoder.toByteArray()) : encoder.toByteArray());
    }
}
