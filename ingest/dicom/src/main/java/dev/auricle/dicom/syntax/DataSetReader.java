package dev.auricle.dicom.syntax;

import dev.auricle.dicom.data.Bytes;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.dictionary.Tag;
import dev.auricle.dicom.dictionary.TransferSyntax;

/** Reads data sets as they travel in a C-STORE: without preamble and file meta information. */
public final class DataSetReader {
    private final ReadLimits limits;

    public DataSetReader(ReadLimits limits) {
        this.limits = limits;
    }

    /** The whole data set, whose values are slices of the bytes. */
    public DataSet read(Bytes encoded, TransferSyntax syntax) {
        var bytes = syntax.isDeflated() ? Deflate.inflate(encoded, limits) : encoded;
        return parser(bytes, syntax).whole();
    }

    /**
     * The elements in front of a tag, out of the first bytes of a data set, however few they are. What an end in the
     * middle of an element cuts off is left out; anything else that is malformed is refused.
     */
    public Header readUntil(Tag stop, Bytes prefix, TransferSyntax syntax) {
        var bytes = syntax.isDeflated() ? Deflate.inflatePrefix(prefix, limits) : prefix;
        return parser(bytes, syntax).wholeInFront(tag -> tag.compareTo(stop) >= 0);
    }

    private DataSetParser parser(Bytes bytes, TransferSyntax syntax) {
        return new DataSetParser(new ArraySource(bytes, limits), Encoding.of(syntax), limits);
    }
}
