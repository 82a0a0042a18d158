package dev.auricle.ingest;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.DataSetBuilder;
import dev.auricle.dicom.dictionary.SopClass;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.Vr;

/** Small MR instances to test with. */
public final class Instances {
    private Instances() {}

    /** A slice of 4 × 4 pixels at a height in millimetres. */
    public static DataSet slice(String study, String series, int number, double z) {
        return header(study, series, number)
                .set(Tags.IMAGE_POSITION_PATIENT, 0.0, 0.0, z)
                .set(Tags.IMAGE_ORIENTATION_PATIENT, 1.0, 0, 0, 0, 1, 0)
                .set(Tags.PIXEL_SPACING, 1.0, 1.0)
                .set(Tags.ROWS, 4)
                .set(Tags.COLUMNS, 4)
                .set(Tags.BITS_ALLOCATED, 16)
                .set(Tags.BITS_STORED, 16)
                .set(Tags.HIGH_BIT, 15)
                .set(Tags.PIXEL_REPRESENTATION, 0)
                .bytes(Tags.PIXEL_DATA, Vr.OW, new byte[32])
                .build();
    }

    /** What every instance says of itself. */
    public static DataSetBuilder header(String study, String series, int number) {
        return DataSet.builder()
                .set(Tags.SOP_CLASS_UID, SopClass.MR_IMAGE.uid())
                .set(Tags.SOP_INSTANCE_UID, series + "." + number)
                .set(Tags.MODALITY, "MR")
                .set(Tags.PATIENT_ID, "4711")
                .set(Tags.STUDY_INSTANCE_UID, study)
                .set(Tags.SERIES_INSTANCE_UID, series)
                .set(Tags.FRAME_OF_REFERENCE_UID, study + ".99")
                .set(Tags.INSTANCE_NUMBER, number);
    }
}
