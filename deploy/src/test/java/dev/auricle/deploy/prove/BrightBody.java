package dev.auricle.deploy.prove;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.dictionary.SopClass;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.Uids;
import dev.auricle.dicom.dictionary.Vr;
import dev.auricle.schemas.identity.NameUuid;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A study of one series of oblique MR images: dim tissue in dark air, and in it, off the centre on every axis, a bright
 * body without any symmetry. Its pixels are no squares and its slices lie far apart, so a mask that is flipped, shifted
 * or turned is somewhere else.
 *
 * @param name keeps one study's UIDs and patient apart from another's
 * @param rowSpacing millimetres, as the other two
 */
record BrightBody(String name, double rowSpacing, double columnSpacing, double sliceSpacing) {
    /** Halfway between tissue and what is bright. */
    static final int BRIGHT = 900;

    private static final int ROWS = 60;
    private static final int COLUMNS = 50;
    private static final int SLICES = 20;
    private static final double[] ORIENTATION = {0.96, 0.28, 0, -0.224, 0.768, -0.6};
    private static final double[] NORMAL = {-0.168, 0.576, 0.8};
    private static final double[] ORIGIN = {-31.5, -40.25, 12.75};

    String study() {
        return uid("study");
    }

    String series() {
        return uid("series");
    }

    String patient() {
        return "phantom-" + name;
    }

    /** The images, in the order of the slices. */
    List<DataSet> images() {
        return IntStream.range(0, SLICES).mapToObj(this::image).toList();
    }

    private DataSet image(int slice) {
        var position = IntStream.range(0, 3)
                .mapToDouble(axis -> ORIGIN[axis] + slice * sliceSpacing * NORMAL[axis])
                .toArray();
        return DataSet.builder()
                .set(Tags.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "M")
                .set(Tags.SOP_CLASS_UID, SopClass.MR_IMAGE.uid())
                .set(Tags.SOP_INSTANCE_UID, uid("image." + slice))
                .set(Tags.STUDY_DATE, "20260102")
                .set(Tags.STUDY_TIME, "101500")
                .set(Tags.ACCESSION_NUMBER, "A-" + name)
                .set(Tags.MODALITY, "MR")
                .set(Tags.MANUFACTURER, "Phantom")
                .set(Tags.REFERRING_PHYSICIAN_NAME, "")
                .set(Tags.PATIENT_NAME, "Phantom^" + name)
                .set(Tags.PATIENT_ID, patient())
                .set(Tags.PATIENT_BIRTH_DATE, "19700101")
                .set(Tags.PATIENT_SEX, "O")
                .set(Tags.SCANNING_SEQUENCE, "GR")
                .set(Tags.SEQUENCE_VARIANT, "NONE")
                .set(Tags.SCAN_OPTIONS, "")
                .set(Tags.MR_ACQUISITION_TYPE, "3D")
                .set(Tags.SLICE_THICKNESS, sliceSpacing)
                .set(Tags.REPETITION_TIME, 5.0)
                .set(Tags.ECHO_TIME, 2.0)
                .set(Tags.ECHO_TRAIN_LENGTH, 1)
                .set(Tags.PATIENT_POSITION, "HFS")
                .set(Tags.STUDY_INSTANCE_UID, study())
                .set(Tags.SERIES_INSTANCE_UID, series())
                .set(Tags.STUDY_ID, "1")
                .set(Tags.SERIES_NUMBER, 1)
                .set(Tags.INSTANCE_NUMBER, slice + 1)
                .set(Tags.IMAGE_POSITION_PATIENT, position)
                .set(Tags.IMAGE_ORIENTATION_PATIENT, ORIENTATION)
                .set(Tags.FRAME_OF_REFERENCE_UID, uid("frame"))
                .set(Tags.POSITION_REFERENCE_INDICATOR, "")
                .set(Tags.SAMPLES_PER_PIXEL, 1)
                .set(Tags.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2")
                .set(Tags.ROWS, ROWS)
                .set(Tags.COLUMNS, COLUMNS)
                .set(Tags.PIXEL_SPACING, rowSpacing, columnSpacing)
                .set(Tags.BITS_ALLOCATED, 16)
                .set(Tags.BITS_STORED, 12)
                .set(Tags.HIGH_BIT, 11)
                .set(Tags.PIXEL_REPRESENTATION, 0)
                .bytes(Tags.PIXEL_DATA, Vr.OW, pixels(slice))
                .build();
    }

    private byte[] pixels(int slice) {
        var pixels = ByteBuffer.allocate(Short.BYTES * ROWS * COLUMNS).order(ByteOrder.LITTLE_ENDIAN);
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                int grain = (37 * column + 11 * row + 5 * slice) % 23;
                pixels.putShort(
                        (short) (grain + signal(column * columnSpacing, row * rowSpacing, slice * sliceSpacing)));
            }
        }
        return pixels.array();
    }

    /** At millimetres along the rows, along the columns and across the slices. */
    private int signal(double u, double v, double w) {
        boolean bright = isWithin((u - 20) / 8, (v - 52) / 11, (w - 17) / 9)
                || isWithin((u - 30) / 6, (v - 59) / 5, (w - 24) / 6);
        boolean tissue = isWithin((u - 29) / 26, (v - 42) / 36, 0);
        return bright ? 1490 : tissue ? 290 : 5;
    }

    private static boolean isWithin(double x, double y, double z) {
        return x * x + y * y + z * z <= 1;
    }

    private String uid(String what) {
        return Uids.fromUuid(NameUuid.of("bright-body", name, what));
    }
}
