package dev.auricle.dicom.syntax;

import dev.auricle.dicom.data.Bytes;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.dictionary.Tag;
import dev.auricle.dicom.dictionary.TransferSyntax;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What stands in front of the data set in a file of PS3.10, for those whom files reach piece by piece.
 *
 * @param meta group 0002
 * @param length bytes of preamble and meta information; the data set begins behind them
 */
public record FileFront(DataSet meta, int length) {
    private static final int META_GROUP = 0x0002;
    private static final int PREFIX_END = FileMeta.PREAMBLE + 4;

    /**
     * The front of a file that begins with these bytes; empty as long as they do not reach the data set.
     *
     * @throws UnableToReadDataSet where the bytes are not the beginning of a file with preamble and meta information
     */
    public static Optional<FileFront> of(Bytes prefix, ReadLimits limits) {
        if (prefix.size() < PREFIX_END) {
            return Optional.empty();
        }
        var magic = prefix.slice(FileMeta.PREAMBLE, PREFIX_END).string(StandardCharsets.US_ASCII);
        if (!magic.equals("DICM")) {
            throw new UnableToReadDataSet(Malformation.NOT_DICOM, FileMeta.PREAMBLE);
        }
        var source = new ArraySource(prefix.slice(PREFIX_END, prefix.size()), limits);
        var meta = new DataSetParser(source, Encoding.EXPLICIT_LITTLE_ENDIAN, limits)
                .wholeInFront(FileFront::isBehindMeta);
        return meta.reachedStop()
                ? Optional.of(new FileFront(meta.dataSet(), PREFIX_END + (int) source.position()))
                : Optional.empty();
    }

    /** The bytes to put in front of an encoded data set, to make a file of it. */
    public static Bytes encode(String sopClass, String sopInstance, String transferSyntax) {
        var front = new ByteArrayOutputStream();
        front.writeBytes(FileMeta.preamble().toArray());
        var meta = FileMeta.of(sopClass, sopInstance, transferSyntax);
        front.writeBytes(DataSetWriter.write(meta, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN)
                .toArray());
        return Bytes.wrap(front.toByteArray());
    }

    private static boolean isBehindMeta(Tag tag) {
        return tag.group() != META_GROUP;
    }
}
