package dev.auricle.dicom.syntax;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/** The bare deflate stream of the deflated transfer syntaxes (PS3.5, A.5), inflated. */
final class InflatingStream extends InflaterInputStream {
    private static final int CHUNK = 1 << 16;

    InflatingStream(InputStream deflated) {
        super(deflated, new Inflater(true), CHUNK);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        try {
            return super.read(target, offset, length);
        } catch (ZipException | EOFException e) {
            throw new UnableToReadDataSet(Malformation.BAD_DEFLATE, inf.getBytesRead());
        }
    }

    @Override
    public void close() throws IOException {
        super.close();
        inf.end();
    }
}
