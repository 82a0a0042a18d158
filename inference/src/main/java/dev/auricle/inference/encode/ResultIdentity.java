package dev.auricle.inference.encode;

import dev.auricle.dicom.dictionary.Uids;
import dev.auricle.schemas.identity.NameUuid;
import dev.auricle.schemas.record.Segmentation;
import java.util.UUID;

/**
 * The names of everything that is delivered for one segmentation: UUIDv5 of (series, revision, model version) and what it
 * is. Whoever computes them, however often, gets the same, so delivering twice is delivering once.
 *
 * @param site keeps apart what two hospitals on one cluster have of the same UID
 */
public record ResultIdentity(String site, String study, String series, int revision, String modelVersion) {

    /** Of a segmentation. */
    public static ResultIdentity of(Segmentation segmentation) {
        return new ResultIdentity(
                segmentation.getSite(),
                segmentation.getStudyInstanceUid(),
                segmentation.getSeriesInstanceUid(),
                segmentation.getSeriesRevision(),
                segmentation.getModelVersion());
    }

    /** Series Instance UID of the SEG. */
    public String segSeriesUid() {
        return Uids.fromUuid(ofResult("seg-series"));
    }

    /** SOP Instance UID of the SEG. */
    public String segUid() {
        return Uids.fromUuid(ofResult("seg"));
    }

    /** Id of the FHIR resource that says that of this segmentation. */
    public String fhirId(String what) {
        return ofResult(what).toString();
    }

    /** Id of the study's ImagingStudy, the same for all its segmentations. */
    public String imagingStudyId() {
        return NameUuid.of("imaging-study", site, study).toString();
    }

    /** Id of the model's Device, the same wherever it is used. */
    public String deviceId() {
        return NameUuid.of("device", modelVersion).toString();
    }

    private UUID ofResult(String what) {
        return NameUuid.of(what, site, series, String.valueOf(revision), modelVersion);
    }
}
