package dev.auricle.dcm4che;

import dev.auricle.dicom.conform.ArchiveConformance;
import dev.auricle.dicom.network.DicomNetwork;
import dev.auricle.dicom.network.DicomToolkit;
import io.vertx.core.Vertx;

/** dcm4che, with the archives of others. */
class Dcm4cheArchiveIT extends ArchiveConformance {
    @Override
    protected DicomNetwork network(Vertx vertx) {
        return DicomToolkit.named("dcm4che").network(vertx);
    }
}
