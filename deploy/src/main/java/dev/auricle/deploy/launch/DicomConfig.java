package dev.auricle.deploy.launch;

import dev.auricle.dicom.network.DicomNetwork;
import dev.auricle.dicom.network.DicomToolkit;
import dev.auricle.dicom.network.NoSuchToolkit;
import dev.auricle.schemas.configuration.Default;
import io.vertx.core.Vertx;

/**
 * The section {@code dicom}.
 *
 * @param toolkit which toolkit speaks DICOM: {@code auricle}, or {@code dcm4che} where it was built with that profile
 */
public record DicomConfig(@Default("auricle") String toolkit) {
    /** Refuses a toolkit that is not there. */
    public DicomConfig {
        try {
            DicomToolkit.named(toolkit);
        } catch (NoSuchToolkit unknown) {
            throw new IllegalArgumentException(unknown.getMessage(), unknown);
        }
    }

    /** The toolkit's network. */
    DicomNetwork network(Vertx vertx) {
        return DicomToolkit.named(toolkit).network(vertx);
    }
}
