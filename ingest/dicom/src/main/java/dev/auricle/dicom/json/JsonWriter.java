package dev.auricle.dicom.json;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamWriteFeature;
import dev.auricle.dicom.data.Bytes;
import dev.auricle.dicom.data.DataSet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/**
 * Writes data sets as PS3.18 annex F has them, in UTF-8. Numbers in text (DS, IS) are written as JSON numbers with the
 * digits they have, and as strings where they are no JSON numbers; NaN and infinities, which JSON does not have, as
 * strings. Group lengths are left out; Specific Character Set says UTF-8.
 */
public final class JsonWriter {
    private static final JsonFactory FACTORY =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private final BulkDataPlacement placement;

    public JsonWriter(BulkDataPlacement placement) {
        this.placement = placement;
    }

    /** One data set as an object. The stream is flushed and left open. */
    public void write(DataSet dataSet, OutputStream out) throws IOException {
        try (var json = FACTORY.createGenerator(out, JsonEncoding.UTF8)) {
            new ElementWriter(json, placement).write(dataSet);
        }
    }

    /** One data set as an object with a line for each of its values, to be read by people. */
    public void writeIndented(DataSet dataSet, OutputStream out) throws IOException {
        try (var json = FACTORY.createGenerator(out, JsonEncoding.UTF8).useDefaultPrettyPrinter()) {
            new ElementWriter(json, placement).write(dataSet);
        }
    }

    /** Data sets as an array of objects. The stream is flushed and left open. */
    public void writeAll(Iterable<DataSet> dataSets, OutputStream out) throws IOException {
        try (var json = FACTORY.createGenerator(out, JsonEncoding.UTF8)) {
            json.writeStartArray();
            var writer = new ElementWriter(json, placement);
            for (var dataSet : dataSets) {
                writer.write(dataSet);
            }
            json.writeEndArray();
        }
    }

    /** One data set as an object, in memory. */
    public Bytes toBytes(DataSet dataSet) {
        return inMemory(out -> write(dataSet, out));
    }

    /** Data sets as an array of objects, in memory. */
    public Bytes toBytes(Iterable<DataSet> dataSets) {
        return inMemory(out -> writeAll(dataSets, out));
    }

    @FunctionalInterface
    private interface Writing {
        void to(OutputStream out) throws IOException;
    }

    private static Bytes inMemory(Writing writing) {
        var out = new ByteArrayOutputStream();
        try {
            writing.to(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory does not fail", impossible);
        }
        return Bytes.wrap(out.toByteArray());
    }
}
