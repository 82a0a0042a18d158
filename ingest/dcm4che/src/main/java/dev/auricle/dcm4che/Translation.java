package dev.auricle.dcm4che;

import dev.auricle.dicom.data.Bytes;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.syntax.DataSetReader;
import dev.auricle.dicom.syntax.DataSetWriter;
import dev.auricle.dicom.syntax.ReadLimits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.io.DicomInputStream;
import org.dcm4che3.io.DicomOutputStream;

/** Data sets of one toolkit as those of the other, by way of their bytes. */
final class Translation {
    private static final TransferSyntax SYNTAX = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;

    private Translation() {}

    static Attributes attributes(DataSet dataSet) throws IOException {
        var encoded =
                new ByteArrayInputStream(DataSetWriter.write(dataSet, SYNTAX).toArray());
        try (var in = new DicomInputStream(encoded, SYNTAX.uid())) {
            return in.readDataset();
        }
    }

    static DataSet dataSet(Attributes attributes) throws IOException {
        var encoded = new ByteArrayOutputStream();
        try (var out = new DicomOutputStream(encoded, SYNTAX.uid())) {
            out.writeDataset(null, attributes);
        }
        return new DataSetReader(ReadLimits.DEFAULT).read(Bytes.wrap(encoded.toByteArray()), SYNTAX);
    }
}
