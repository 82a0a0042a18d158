package dev.auricle.dicom.deidentify;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.DataSetBuilder;
import dev.auricle.dicom.dictionary.SopClass;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.dictionary.Vr;
import java.util.Arrays;
import java.util.List;

/** Small images of a patient who does not exist. */
final class Images {
    static final ImageSelector ANY = new ImageSelector("", "", "", ImageSelector.Size.ANY, List.of());
    static final String NAME = "Fenstermacher^Ottilie";
    static final String ID = "PAT-QX77419";

    private Images() {}

    /** A CT image of four rows and six columns. */
    static DataSetBuilder ct() {
        var pixels = new byte[48];
        Arrays.fill(pixels, (byte) 7);
        return DataSet.builder()
                .set(Tags.SPECIFIC_CHARACTER_SET, "ISO_IR 100")
                .set(Tags.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "AXIAL")
                .set(Tags.SOP_CLASS_UID, SopClass.CT_IMAGE.uid())
                .set(Tags.SOP_INSTANCE_UID, "1.2.826.0.1.99.3")
                .set(Tags.STUDY_DATE, "20190213")
                .set(Tags.STUDY_TIME, "131719")
                .set(Tags.ACCESSION_NUMBER, "ACC-ZK5512")
                .set(Tags.MODALITY, "CT")
                .set(Tags.MANUFACTURER, "ACME")
                .set(Tags.REFERRING_PHYSICIAN_NAME, "Zahnradt^Emil")
                .set(Tags.PATIENT_NAME, NAME)
                .set(Tags.PATIENT_ID, ID)
                .set(Tags.PATIENT_BIRTH_DATE, "19470611")
                .set(Tags.PATIENT_SEX, "F")
                .set(Tags.PATIENT_AGE, "071Y")
                .set(Tags.SLICE_THICKNESS, 2.5)
                .set(Tags.STUDY_INSTANCE_UID, "1.2.826.0.1.99.1")
                .set(Tags.SERIES_INSTANCE_UID, "1.2.826.0.1.99.2")
                .set(Tags.FRAME_OF_REFERENCE_UID, "1.2.826.0.1.99.4")
                .set(Tags.SAMPLES_PER_PIXEL, 1)
                .set(Tags.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2")
                .set(Tags.ROWS, 4)
                .set(Tags.COLUMNS, 6)
                .set(Tags.BITS_ALLOCATED, 16)
                .set(Tags.BITS_STORED, 12)
                .set(Tags.HIGH_BIT, 11)
                .set(Tags.PIXEL_REPRESENTATION, 0)
                .bytes(Tags.PIXEL_DATA, Vr.OW, pixels);
    }

    /** The object without the patient, in explicit little endian. */
    static DataSet deidentified(DataSet identified, Profile profile) {
        var result = new Deidentifier(profile, Secret.NORTH)
                .deidentify(identified, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        return ((Deidentification.Deidentified) result).dataSet();
    }
}
