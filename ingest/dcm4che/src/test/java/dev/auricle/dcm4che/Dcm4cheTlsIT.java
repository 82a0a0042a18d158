package dev.auricle.dcm4che;

import dev.auricle.dicom.conform.TlsConformance;
import dev.auricle.dicom.network.DicomNetwork;
import dev.auricle.dicom.network.DicomToolkit;
import io.vertx.core.Vertx;

/** dcm4che over TLS. */
class Dcm4cheTlsIT extends TlsConformance {
    @Override
    protected DicomNetwork network(Vertx vertx) {
        return DicomToolkit.named("dcm4che").network(vertx);
    }

    /** Whether dcm4che hears the alert or fails to write is a matter of chance. */
    @Override
    protected String heard(String alert) {
        return "RECEIVER@127.0.0.1";
    }
}
