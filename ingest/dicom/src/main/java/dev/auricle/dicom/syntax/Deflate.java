package dev.auricle.dicom.syntax;

import dev.auricle.dicom.data.Bytes;
import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The bare deflate stream that the deflated transfer syntaxes wrap around a data set (PS3.5, A.5). */
final class Deflate {
    private static final int CHUNK = 1 << 16;

    private Deflate() {}

    static Bytes inflate(Bytes deflated, ReadLimits limits) {
        return inflate(deflated, limits.total(), Ending.REQUIRED);
    }

    /** As much as the bytes give; at most the total. */
    static Bytes inflatePrefix(Bytes deflated, ReadLimits limits) {
        return inflate(deflated, limits.total(), Ending.OPTIONAL);
    }

    private enum Ending {
        REQUIRED,
        OPTIONAL
    }

    private static Bytes inflate(Bytes deflated, long total, Ending ending) {
        var inflater = new Inflater(true);
        try {
            inflater.setInput(deflated.toArray());
            var inflated = new ByteArrayOutputStream(CHUNK);
            var chunk = new byte[CHUNK];
            int count = inflater.inflate(chunk);
            while (count > 0) {
                inflated.write(chunk, 0, count);
                if (inflated.size() > total) {
                    return cut(inflated, total, ending);
                }
                count = inflater.inflate(chunk);
            }
            if (!inflater.finished() && ending == Ending.REQUIRED) {
                throw new UnableToReadDataSet(Malformation.BAD_DEFLATE, inflater.getBytesRead());
            }
            return Bytes.wrap(inflated.toByteArray());
        } catch (DataFormatException e) {
            throw new UnableToReadDataSet(Malformation.BAD_DEFLATE, inflater.getBytesRead());
        } finally {
            inflater.end();
        }
    }

    private static Bytes cut(ByteArrayOutputStream inflated, long total, Ending ending) {
        if (ending == Ending.REQUIRED) {
            throw new UnableToReadDataSet(Malformation.TOO_LONG, total);
        }
        return Bytes.wrap(inflated.toByteArray()).slice(0, (int) total);
    }
}
