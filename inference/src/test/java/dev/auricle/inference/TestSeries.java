package dev.auricle.inference;

import com.google.protobuf.ByteString;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.dictionary.SopClass;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.Vr;
import dev.auricle.dicom.space.Geometry;
import dev.auricle.dicom.space.Orientation;
import dev.auricle.dicom.space.PlaneGrid;
import dev.auricle.dicom.space.SlicePlane;
import dev.auricle.dicom.space.Vector;
import dev.auricle.schemas.record.Concept;
import dev.auricle.schemas.record.SegmentVolume;
import dev.auricle.schemas.record.Segmentation;
import java.util.List;
import java.util.stream.IntStream;

/** Four MR slices of 8 × 8 pixels, 2 mm apart in the plane and 3 mm from slice to slice. */
public final class TestSeries {
    /** UIDs of the study and of the series. */
    public static final String STUDY = "1.2.3";

    /** UID of the series. */
    public static final String SERIES = "1.2.3.1";

    /** How many slices. */
    public static final int SLICES = 4;

    private static final int SIZE = 8;

    private TestSeries() {}

    /** The images, in the order of the slices. */
    public static List<DataSet> images() {
        return IntStream.range(0, SLICES).mapToObj(TestSeries::image).toList();
    }

    /** Where they lie. */
    public static Geometry geometry() {
        var axial = new Orientation(new Vector(1, 0, 0), new Vector(0, 1, 0));
        return new Geometry(new SlicePlane(new Vector(-8, -8, 0), axial, new PlaneGrid(SIZE, SIZE, 2, 2)), 3, SLICES);
    }

    /** The same as a record. */
    public static dev.auricle.schemas.record.Geometry geometryRecord() {
        return dev.auricle.schemas.record.Geometry.newBuilder()
                .setOrigin(
                        dev.auricle.schemas.record.Vector.newBuilder().setX(-8).setY(-8))
                .setRowDirection(dev.auricle.schemas.record.Vector.newBuilder().setX(1))
                .setColumnDirection(
                        dev.auricle.schemas.record.Vector.newBuilder().setY(1))
                .setSliceSpacing(3)
                .setRowSpacing(2)
                .setColumnSpacing(2)
                .setRows(SIZE)
                .setColumns(SIZE)
                .setSlices(SLICES)
                .build();
    }

    /** What a segmentation of it says, without its mask. */
    public static Segmentation.Builder segmentation() {
        return Segmentation.newBuilder()
                .setSite("north")
                .setStudyInstanceUid(STUDY)
                .setSeriesInstanceUid(SERIES)
                .setSeriesRevision(1)
                .setFederation("atrium")
                .setModelVersion("atrium.3")
                .setModelSha256(ByteString.fromHex("0f1e"))
                .setGeometry(geometryRecord())
                .setParts(1)
                .setSliceCount(SLICES)
                .addVolumes(SegmentVolume.newBuilder()
                        .setClassNumber(1)
                        .setClassName("Left atrium")
                        .setVoxels(10)
                        .setMillilitres(0.12)
                        .setCategory(concept("91723000", "Anatomical structure"))
                        .setType(concept("82471001", "Left atrium")))
                .setSegmentedAtMs(1_767_225_600_000L);
    }

    private static Concept concept(String code, String meaning) {
        return Concept.newBuilder()
                .setValue(code)
                .setScheme("SCT")
                .setMeaning(meaning)
                .build();
    }

    private static DataSet image(int slice) {
        return DataSet.builder()
                .set(Tags.SOP_CLASS_UID, SopClass.MR_IMAGE.uid())
                .set(Tags.SOP_INSTANCE_UID, SERIES + "." + slice)
                .set(Tags.STUDY_DATE, "20260102")
                .set(Tags.ACCESSION_NUMBER, "A-17")
                .set(Tags.MODALITY, "MR")
                .set(Tags.PATIENT_ID, "4711")
                .set(Tags.STUDY_INSTANCE_UID, STUDY)
                .set(Tags.SERIES_INSTANCE_UID, SERIES)
                .set(Tags.FRAME_OF_REFERENCE_UID, "1.2.3.99")
                .set(Tags.INSTANCE_NUMBER, slice + 1)
                .set(Tags.IMAGE_POSITION_PATIENT, -8.0, -8.0, 3.0 * slice)
                .set(Tags.IMAGE_ORIENTATION_PATIENT, 1.0, 0, 0, 0, 1, 0)
                .set(Tags.PIXEL_SPACING, 2.0, 2.0)
                .set(Tags.ROWS, SIZE)
                .set(Tags.COLUMNS, SIZE)
                .set(Tags.BITS_ALLOCATED, 16)
                .set(Tags.BITS_STORED, 16)
                .set(Tags.HIGH_BIT, 15)
                .set(Tags.PIXEL_REPRESENTATION, 0)
                .bytes(Tags.PIXEL_DATA, Vr.OW, new byte[2 * SIZE * SIZE])
                .build();
    }
}
