package dev.auricle.dcm4che;

import dev.auricle.dicom.network.InstanceSource;
import java.io.IOException;
import java.io.OutputStream;

/** Pours a data set out, as fast as its source gives it and the peer takes it. */
record Pouring(EventLoop loop, InstanceSource source) {
    void into(OutputStream out) throws IOException {
        for (var piece = loop.await(source::next); piece.isPresent(); piece = loop.await(source::next)) {
            out.write(piece.get().getBytes());
        }
    }
}
