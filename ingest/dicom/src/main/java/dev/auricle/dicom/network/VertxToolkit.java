package dev.auricle.dicom.network;

import io.vertx.core.Vertx;

/** The toolkit of this module. */
public final class VertxToolkit implements DicomToolkit {
    @Override
    public String name() {
        return "auricle";
    }

    @Override
    public DicomNetwork network(Vertx vertx) {
        return new VertxDicomNetwork(vertx);
    }
}
