package dev.auricle.dicom.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import dev.auricle.dicom.data.Bytes;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.syntax.ReadLimits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads data sets as PS3.18 annex F has them. Text becomes UTF-8, and Specific Character Set says so; lengths are
 * defined; numbers in text (DS, IS) may be numbers or strings, NaN and infinities bare or quoted. A missing
 * representation is the dictionary's. Whatever is malformed is refused with {@link UnableToReadJson}.
 *
 * <p>The limits hold for the text and for what is made of it: no text, whatever it says, takes more memory than a
 * small multiple of {@link ReadLimits#total()}.
 */
public final class JsonReader {
    /** A level of sequences is an item in an array in an attribute. */
    private static final int LEVELS_OF_A_SEQUENCE = 3;

    private static final int LEVELS_OF_A_DATA_SET = 4;

    private final ReadLimits limits;
    private final BulkDataResolver bulkData;
    private final JsonFactory factory;

    public JsonReader(ReadLimits limits, BulkDataResolver bulkData) {
        this.limits = limits;
        this.bulkData = bulkData;
        this.factory = JsonFactory.builder()
                .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
                .streamReadConstraints(constraints(limits))
                .build();
    }

    /** One data set, from an object or from an array of one. */
    public DataSet read(Bytes text) {
        var all = readAll(text);
        if (all.size() != 1) {
            throw new UnableToReadJson(JsonFlaw.NOT_A_DATA_SET, text.size());
        }
        return all.get(0);
    }

    /** The data sets of an array, or of one object. */
    public List<DataSet> readAll(Bytes text) {
        if (text.size() > limits.total()) {
            throw new UnableToReadJson(JsonFlaw.TOO_LONG, limits.total());
        }
        var all = new ArrayList<DataSet>();
        try {
            readEach(new ByteArrayInputStream(text.toArray()), all::add);
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory does not fail", impossible);
        }
        return all;
    }

    /** Each data set of an array, or of one object, as soon as it has been read. The stream is left open. */
    public void readEach(InputStream text, Consumer<DataSet> taker) throws IOException {
        try (var json = factory.createParser(text)) {
            var reader = new ElementReader(json, limits, bulkData);
            reader.readEach(taker);
        }
    }

    private static StreamReadConstraints constraints(ReadLimits limits) {
        return StreamReadConstraints.builder()
                .maxDocumentLength(limits.total())
                .maxNestingDepth(LEVELS_OF_A_SEQUENCE * limits.depth() + LEVELS_OF_A_DATA_SET)
                .maxStringLength((int) Math.min(Integer.MAX_VALUE, 2 * limits.elementLength()))
                .build();
    }
}
