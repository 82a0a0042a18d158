package dev.auricle.dicom.network;

import dev.auricle.dicom.conform.TlsConformance;
import io.vertx.core.Vertx;

/** The toolkit's own network over TLS. */
class TlsTest extends TlsConformance {
    @Override
    protected DicomNetwork network(Vertx vertx) {
        return new VertxDicomNetwork(vertx);
    }
}
