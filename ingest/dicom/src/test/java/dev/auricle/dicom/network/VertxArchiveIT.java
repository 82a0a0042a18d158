package dev.auricle.dicom.network;

import dev.auricle.dicom.conform.ArchiveConformance;
import io.vertx.core.Vertx;

/** The toolkit's own network, with the archives of others. */
class VertxArchiveIT extends ArchiveConformance {
    @Override
    protected DicomNetwork network(Vertx vertx) {
        return new VertxDicomNetwork(vertx);
    }
}
