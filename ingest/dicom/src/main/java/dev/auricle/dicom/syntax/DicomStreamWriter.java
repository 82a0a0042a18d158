package dev.auricle.dicom.syntax;

import dev.auricle.dicom.data.Bytes;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.dictionary.TransferSyntax;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes a file piece by piece, as a {@link DicomStream} gives it: elements and bulk in the order of their tags. What
 * was read in the same transfer syntax and not changed is written back byte for byte.
 */
public final class DicomStreamWriter implements Closeable {
    private final OutputStream out;
    private final DataSetEncoder encoder;

    private DicomStreamWriter(OutputStream out, TransferSyntax syntax) {
        this.out = out;
        this.encoder = new DataSetEncoder(Encoding.of(syntax));
    }

    /**
     * Writes what stands in front of the data set. The stream is closed with this.
     *
     * @param preamble "DICM" included; may be empty
     * @param meta group 0002; may be empty
     */
    public static DicomStreamWriter open(OutputStream out, Bytes preamble, DataSet meta, TransferSyntax syntax)
            throws IOException {
        preamble.writeTo(out);
        DataSetWriter.write(meta, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, out);
        return new DicomStreamWriter(syntax.isDeflated() ? new DeflatingStream(out) : out, syntax);
    }

    /** The next elements. */
    public void write(DataSet elements) throws IOException {
        encoder.writeTo(out, elements);
    }

    /** The next element, which is read while it is written. */
    public void write(BulkElement element) throws IOException {
        encoder.writeTo(out, element);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
