package dev.auricle.dicom.syntax;

import dev.auricle.dicom.data.Bytes;
import dev.auricle.dicom.data.CharacterSet;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.Element;
import dev.auricle.dicom.dictionary.DicomException;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.dictionary.Vr;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file or bare data set that is read off a stream without being held whole, however long it is. It alternates between
 * {@link #elements()}, which are held, and {@link #bulk()}, which is read in parts, until there is no more bulk:
 *
 * <pre>{@code
 * var header = stream.elements();
 * var pixels = stream.bulk();
 * var behind = stream.elements();
 * }</pre>
 */
public final class DicomStream implements Closeable {
    private final FileStart front;
    private final StreamSource source;
    private final DataSetParser parser;
    private final BulkRule rule;
    private CharacterSet characterSet = CharacterSet.DEFAULT;
    private @Nullable BulkElement bulk;

    private DicomStream(FileStart front, StreamSource source, ReadLimits limits, BulkRule rule) {
        this.front = front;
        this.source = source;
        this.parser = new DataSetParser(source, Encoding.of(front.syntax()), limits);
        this.rule = rule;
    }

    /** Reads up to the data set. The file is closed with this. */
    public static DicomStream open(Path path, ReadLimits limits, BulkRule rule) throws IOException {
        var in = Files.newInputStream(path);
        try {
            return open(in, limits, rule);
        } catch (IOException | DicomException e) {
            in.close();
            throw e;
        }
    }

    /** Reads up to the data set. The stream is closed with this. */
    public static DicomStream open(InputStream in, ReadLimits limits, BulkRule rule) throws IOException {
        try {
            var file = new StreamSource(in, limits);
            var front = FileStart.read(file, limits);
            var source = front.syntax().isDeflated() ? file.inflated(limits) : file;
            return new DicomStream(front, source, limits, rule);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** What stands in front of the meta information, "DICM" included; may be empty. */
    public Bytes preamble() {
        return front.preamble();
    }

    /** Group 0002; empty where there is none. */
    public DataSet meta() {
        return front.meta();
    }

    public TransferSyntax transferSyntax() {
        return front.syntax();
    }

    /**
     * The elements from here to the next bulk or to the end, their text encoded as declared so far. What of the bulk here
     * was not read is left out.
     */
    public DataSet elements() throws IOException {
        try {
            skipBulk();
            var elements = new ArrayList<Element>();
            while (bulk == null && parser.hasNext()) {
                var header = parser.nextHeader();
                if (isBulk(header)) {
                    bulk = new BulkElement(header, Encoding.of(front.syntax()), source);
                } else {
                    elements.add(parser.next(header));
                }
            }
            var part = DataSet.of(elements).inheriting(characterSet);
            characterSet = part.characterSet();
            return part;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** The bulk in front of which the elements ended; empty at the end of the data set. */
    public Optional<BulkElement> bulk() {
        return Optional.ofNullable(bulk);
    }

    private void skipBulk() throws IOException {
        if (bulk != null) {
            bulk.skipRest();
            bulk = null;
        }
    }

    private boolean isBulk(ElementHeader header) {
        boolean parted = header.vr().kind() == Vr.Kind.BYTES && !parser.isSequence(header);
        return parted && rule.isBulk(header.tag(), header.isUndefined() ? Long.MAX_VALUE : header.length());
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
