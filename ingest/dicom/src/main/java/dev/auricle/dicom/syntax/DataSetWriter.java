package dev.auricle.dicom.syntax;

import dev.auricle.dicom.data.Bytes;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.dictionary.TransferSyntax;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/**
 * Writes data sets as they travel in a C-STORE: without preamble and file meta information. An element that was read
 * and not changed is written as it was, the choice between defined and undefined lengths included.
 */
public final class DataSetWriter {
    private DataSetWriter() {}

    /** The data set, encoded. */
    public static Bytes write(DataSet dataSet, TransferSyntax syntax) {
        var encoded = new ByteArrayOutputStream();
        try {
            write(dataSet, syntax, encoded);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Bytes.wrap(encoded.toByteArray());
    }

    /** The data set, encoded to a stream, which stays open. */
    public static void write(DataSet dataSet, TransferSyntax syntax, OutputStream out) throws IOException {
        var encoder = new DataSetEncoder(Encoding.of(syntax));
        if (syntax.isDeflated()) {
            var deflating = new DeflatingStream(out);
            encoder.writeTo(deflating, dataSet);
            deflating.finish();
        } else {
            encoder.writeTo(out, dataSet);
        }
    }
}
