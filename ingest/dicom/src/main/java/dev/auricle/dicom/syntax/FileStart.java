package dev.auricle.dicom.syntax;

import dev.auricle.dicom.data.Bytes;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.dictionary.Vr;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What stands in front of the data set of a file, and how the data set is encoded, also where nothing names it.
 *
 * @param preamble "DICM" included
 */
record FileStart(Bytes preamble, DataSet meta, TransferSyntax syntax) {
    private static final int META_GROUP = 0x0002;
    private static final int HEADER = 8;
    private static final int LONGEST_PREFIX = FileMeta.PREAMBLE + 4;

    /** Reads up to the first byte of the data set. */
    static FileStart read(Source source, ReadLimits limits) {
        var ahead = source.lookAhead(LONGEST_PREFIX + HEADER);
        var preamble = source.take(preambleLength(ahead));
        var rest = from(preamble.size(), ahead);
        if (startsWithMeta(rest)) {
            var meta = new DataSetParser(source, Encoding.EXPLICIT_LITTLE_ENDIAN, limits)
                    .inFront(tag -> tag.group() != META_GROUP);
            return new FileStart(preamble, meta, named(meta));
        }
        var syntax = guess(rest).orElseThrow(() -> new UnableToReadDataSet(Malformation.NOT_DICOM, preamble.size()));
        return new FileStart(preamble, DataSet.EMPTY, syntax);
    }

    /** A parser of the data set, which begins where the source is now. */
    DataSetParser parser(Source source, ReadLimits limits) {
        var dataSet = syntax.isDeflated() ? source.inflated(limits) : source;
        return new DataSetParser(dataSet, Encoding.of(syntax), limits);
    }

    /** "DICM" alone is no proof: it may stand in a value of a bare data set, at just this place. */
    private static int preambleLength(Bytes ahead) {
        for (int length : new int[] {LONGEST_PREFIX, 4}) {
            if (isPrefixed(length, ahead)
                    && (startsWithMeta(from(length, ahead)) || guess(ahead).isEmpty())) {
                return length;
            }
        }
        return 0;
    }

    private static boolean isPrefixed(int length, Bytes ahead) {
        return ahead.size() >= length
                && ahead.slice(length - 4, length)
                        .string(StandardCharsets.US_ASCII)
                        .equals("DICM");
    }

    private static Bytes from(int start, Bytes ahead) {
        return ahead.slice(start, ahead.size());
    }

    private static boolean startsWithMeta(Bytes bytes) {
        return bytes.size() >= HEADER && bytes.at(0) == 2 && bytes.at(1) == 0 && representation(bytes);
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
        if (bytes.size() < HEADER) {
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
}
