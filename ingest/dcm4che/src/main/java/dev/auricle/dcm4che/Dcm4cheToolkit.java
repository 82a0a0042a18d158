package dev.auricle.dcm4che;

import dev.auricle.dicom.network.DicomNetwork;
import dev.auricle.dicom.network.DicomToolkit;
import io.vertx.core.Vertx;

/** dcm4che, for who trusts it more than what they do not know. */
public final class Dcm4cheToolkit implements DicomToolkit {
    @Override
    public String name() {
        return "dcm4che";
    }

    @Override
    public DicomNetwork network(Vertx vertx) {
        return new Dcm4cheNetwork(vertx);
    }
}
