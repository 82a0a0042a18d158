package dev.auricle.dicom.syntax;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Reads a file from a stream and writes it to another, holding elements but no pixels. */
final class StreamCopy {
    private StreamCopy() {}

    static void copy(InputStream in, OutputStream out, ReadLimits limits) throws IOException {
        try (var stream = DicomStream.open(in, limits, BulkRule.PIXELS);
                var writer = DicomStreamWriter.open(out, stream.preamble(), stream.meta(), stream.transferSyntax())) {
            writer.write(stream.elements());
            for (var bulk = stream.bulk(); bulk.isPresent(); bulk = stream.bulk()) {
                writer.write(bulk.get());
                writer.write(stream.elements());
            }
        }
    }
}
