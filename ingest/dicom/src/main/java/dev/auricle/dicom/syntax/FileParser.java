package dev.auricle.dicom.syntax;

import dev.auricle.dicom.data.Bytes;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.dictionary.Tag;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.dictionary.Vr;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Finds preamble, meta information and data set in a file, and the transfer syntax where nothing names it. */
final class FileParser {
    private static final int META_GROUP = 0x0002;

    private final Bytes file;
    private final ReadLimits limits;

    FileParser(Bytes file, ReadLimits limits) {
        this.file = file;
        this.limits = limits;
    }

    DicomFile whole() {
        var front = front();
        var dataSet = new DataSetReader(limits).read(front.rest(), front.syntax());
        return new DicomFile(front.preamble(), front.meta(), front.syntax(), dataSet);
    }

    /** The file up to a tag, and whether the bytes reach it. */
    HeaderOfStream.Attempt until(Tag stop) {
        var front = front();
        var header = new DataSetReader(limits).readUntil(stop, front.rest(), front.syntax());
        var cut = new DicomFile(front.preamble(), front.meta(), front.syntax(), header.dataSet());
        return new HeaderOfStream.Attempt(cut, header.reachedStop());
    }

    private Front front() {
        int start = preambleLength();
        var preamble = file.slice(0, start);
        var rest = from(start);
        if (!startsWithMeta(rest)) {
            var syntax = guess(rest).orElseThrow(() -> new UnableToReadDataSet(Malformation.NOT_DICOM, start));
            return new Front(preamble, DataSet.EMPTY, syntax, rest);
        }
        var parser = new DataSetParser(rest, limits);
        var meta = parser.until(tag -> tag.group() != META_GROUP, Encoding.EXPLICIT_LITTLE_ENDIAN)
                .dataSet();
        return new Front(preamble, meta, named(meta), rest.slice(parser.position(), rest.size()));
    }

    /** "DICM" alone is no proof: it may stand in a value of a bare data set, at just this place. */
    private int preambleLength() {
        for (int length : new int[] {FileMeta.PREAMBLE + 4, 4}) {
            if (isPrefixed(length)
                    && (startsWithMeta(from(length)) || guess(file).isEmpty())) {
                return length;
            }
        }
        return 0;
    }

    private boolean isPrefixed(int length) {
        return file.size() >= length
                && file.slice(length - 4, length)
                        .string(StandardCharsets.US_ASCII)
                        .equals("DICM");
    }

    private Bytes from(int start) {
        return file.slice(start, file.size());
    }

    private static boolean startsWithMeta(Bytes bytes) {
        return bytes.size() >= 8 && bytes.at(0) == 2 && bytes.at(1) == 0 && representation(bytes);
    }

    private static TransferSyntax named(DataSet meta) {
        var uid = meta.find(Tags.TRANSFER_SYNTAX_UID)
                .orElseThrow(() -> new UnableToReadDataSet(Malformation.MISSING_TRANSFER_SYNTAX, 0))
                .string();
        return TransferSyntax.of(uid)
                .orElseThrow(() -> new UnableToReadDataSet(Malformation.UNKNOWN_TRANSFER_SYNTAX, 0));
    }

    /** Without meta information the first element tells: its group is 8 or near it, and a representation follows or not. */
    private static Optional<TransferSyntax> guess(Bytes bytes) {
        if (bytes.size() < 8) {
            return Optional.empty();
        }
        boolean little = bytes.at(1) == 0 && bytes.at(0) > 0 && bytes.at(0) <= 0x20;
        boolean big = bytes.at(0) == 0 && bytes.at(1) > 0 && bytes.at(1) <= 0x20;
        if (little) {
            return Optional.of(
                    representation(bytes)
                            ? TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN
                            : TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN);
        }
        return big && representation(bytes) ? Optional.of(TransferSyntax.EXPLICIT_VR_BIG_ENDIAN) : Optional.empty();
    }

    private static boolean representation(Bytes bytes) {
        return Vr.ofCode(bytes.at(4), bytes.at(5)).isPresent();
    }

    private record Front(Bytes preamble, DataSet meta, TransferSyntax syntax, Bytes rest) {}
}
