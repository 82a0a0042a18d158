package dev.auricle.dicom.syntax;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Deflates as the deflated transfer syntaxes want it (PS3.5, A.5): bare, and padded with a NUL to even length. */
final class DeflatingStream extends DeflaterOutputStream {
    private static final int CHUNK = 1 << 16;

    private boolean finished;

    DeflatingStream(OutputStream out) {
        super(out, new Deflater(Deflater.DEFAULT_COMPRESSION, true), CHUNK);
    }

    /** Ends the deflated bytes; what is underneath stays open. */
    @Override
    public void finish() throws IOException {
        if (!finished) {
            finished = true;
            super.finish();
            if (def.getBytesWritten() % 2 == 1) {
                out.write(0);
            }
            def.end();
        }
    }
}
