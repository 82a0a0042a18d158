package dev.auricle.ingest;

import dev.auricle.dicom.annotation.Code;
import dev.auricle.dicom.annotation.LabColour;
import dev.auricle.dicom.annotation.Segment;
import dev.auricle.dicom.annotation.SegmentAlgorithm;
import dev.auricle.dicom.annotation.SegmentConcept;
import dev.auricle.dicom.annotation.SegmentMask;
import dev.auricle.dicom.annotation.SegmentationContent;
import dev.auricle.dicom.annotation.SegmentationIdentity;
import dev.auricle.dicom.annotation.SegmentationWriter;
import dev.auricle.dicom.annotation.SourceSeries;
import dev.auricle.dicom.annotation.Tracking;
import dev.auricle.dicom.data.Bytes;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.FragmentsElement;
import dev.auricle.dicom.dictionary.SopClass;
import dev.auricle.dicom.dictionary.Tag;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.Vr;
import dev.auricle.dicom.space.Geometry;
import dev.auricle.dicom.space.Mask;
import dev.auricle.dicom.space.Orientation;
import dev.auricle.dicom.space.PlaneGrid;
import dev.auricle.dicom.space.SlicePlane;
import dev.auricle.dicom.space.Vector;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A study of six MR slices of 16 × 16 pixels, 1 mm apart in the plane and 2 mm from slice to slice, with a bright block
 * in columns 4–9, rows 5–11 of slices 2 and 3, and objects that outline it.
 */
public final class TestStudy {
    /** Slices of the image series. */
    public static final int SLICES = 6;

    private static final int SIZE = 16;

    private final String study;

    /** With UIDs that begin with this one. */
    public TestStudy(String study) {
        this.study = study;
    }

    /** Study Instance UID. */
    public String uid() {
        return study;
    }

    /** Series Instance UID of the images. */
    public String imageSeries() {
        return study + ".1";
    }

    /** The images, last slice first. */
    public List<DataSet> images() {
        return IntStream.range(0, SLICES)
                .mapToObj(index -> image(SLICES - 1 - index))
                .toList();
    }

    /** The images as one instance of several frames, the last slice first. */
    public DataSet enhanced() {
        var pixels = new byte[SLICES * SIZE * SIZE * Short.BYTES];
        var frames = new ArrayList<DataSet>();
        for (int slice = SLICES - 1; slice >= 0; slice--) {
            var plain = pixels(slice);
            System.arraycopy(plain, 0, pixels, frames.size() * plain.length, plain.length);
            frames.add(DataSet.builder()
                    .items(Tags.PLANE_POSITION_SEQUENCE, copied(image(slice), Tags.IMAGE_POSITION_PATIENT))
                    .build());
        }
        var image = image(0);
        return image
                .without(Tags.IMAGE_POSITION_PATIENT, Tags.IMAGE_ORIENTATION_PATIENT, Tags.PIXEL_SPACING)
                .toBuilder()
                .set(Tags.NUMBER_OF_FRAMES, SLICES)
                .items(
                        Tags.SHARED_FUNCTIONAL_GROUPS_SEQUENCE,
                        DataSet.builder()
                                .items(Tags.PIXEL_MEASURES_SEQUENCE, copied(image, Tags.PIXEL_SPACING))
                                .items(Tags.PLANE_ORIENTATION_SEQUENCE, copied(image, Tags.IMAGE_ORIENTATION_PATIENT))
                                .build())
                .items(Tags.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, frames)
                .bytes(Tags.PIXEL_DATA, Vr.OW, pixels)
                .build();
    }

    private static DataSet copied(DataSet image, Tag tag) {
        return DataSet.builder().copy(image, tag).build();
    }

    /** The images in RLE, every byte literally. */
    public List<DataSet> compressed() {
        return images().stream()
                .map(image -> image.with(new FragmentsElement(
                        Tags.PIXEL_DATA,
                        Vr.OB,
                        List.of(
                                Bytes.EMPTY,
                                packed(image.require(Tags.PIXEL_DATA).bytes())))))
                .toList();
    }

    /** High bytes, then low ones, in packets of 128. */
    private static Bytes packed(Bytes words) {
        int packets = words.size() / 2 / 128;
        int segment = packets * 129;
        var bytes = new byte[64 + 2 * segment];
        var frame = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        frame.putInt(0, 2).putInt(4, 64).putInt(8, 64 + segment).position(64);
        for (int low = 1; low >= 0; low--) {
            for (int i = 0; i < packets * 128; i++) {
                if (i % 128 == 0) {
                    frame.put((byte) 127);
                }
                frame.put((byte) words.at(2 * i + low));
            }
        }
        return Bytes.wrap(bytes);
    }

    /** One image. */
    public DataSet image(int slice) {
        return Instances.header(study, imageSeries(), slice + 1)
                .set(Tags.PATIENT_ID, "patient of " + study)
                .set(Tags.IMAGE_POSITION_PATIENT, -8.0, -8.0, 2.0 * slice)
                .set(Tags.IMAGE_ORIENTATION_PATIENT, 1.0, 0, 0, 0, 1, 0)
                .set(Tags.PIXEL_SPACING, 1.0, 1.0)
                .set(Tags.SAMPLES_PER_PIXEL, 1)
                .set(Tags.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2")
                .set(Tags.ROWS, SIZE)
                .set(Tags.COLUMNS, SIZE)
                .set(Tags.BITS_ALLOCATED, 16)
                .set(Tags.BITS_STORED, 16)
                .set(Tags.HIGH_BIT, 15)
                .set(Tags.PIXEL_REPRESENTATION, 0)
                .bytes(Tags.PIXEL_DATA, Vr.OW, pixels(slice))
                .build();
    }

    /** A SEG of the block, labelled so. */
    public DataSet segmentation(String label, String series) {
        return segmentation(label, series, block());
    }

    /** A SEG with a segment in which nothing is drawn. */
    public DataSet emptySegmentation(String series) {
        return segmentation("anything", series, Mask.empty(geometry()));
    }

    private DataSet segmentation(String label, String series, Mask drawn) {
        var headers = IntStream.range(0, SLICES).mapToObj(this::image).toList();
        var segment = new Segment(
                label,
                new SegmentConcept(
                        new Code("91723000", "SCT", "Anatomical structure"),
                        new Code("82471001", "SCT", "Left atrium")),
                new SegmentAlgorithm(SegmentAlgorithm.Kind.MANUAL, ""),
                LabColour.ofRgb(0xff0000),
                Tracking.NONE);
        return new SegmentationWriter(
                        new SegmentationIdentity(series, 2, series + ".1", 1),
                        new SegmentationContent(
                                "LABEL",
                                "Label",
                                "",
                                LocalDateTime.of(2026, 1, 1, 0, 0),
                                new SegmentationContent.Equipment("Auricle", "Test", "1", "1")))
                .write(new SourceSeries(geometry(), headers), List.of(new SegmentMask(segment, drawn, 1)));
    }

    /** An RT Structure Set of the block, whose references lead nowhere, as in copied studies. */
    public DataSet structures(String roi, String series, String frameOfReference) {
        return structures(roi, series, frameOfReference, 2, 3);
    }

    /** The same, of some of its slices. */
    public DataSet structures(String roi, String series, String frameOfReference, int... slices) {
        var contours = IntStream.of(slices).mapToObj(TestStudy::contour).toArray(DataSet[]::new);
        return DataSet.builder()
                .set(Tags.SOP_CLASS_UID, SopClass.RT_STRUCTURE_SET.uid())
                .set(Tags.SOP_INSTANCE_UID, series + ".1")
                .set(Tags.MODALITY, "RTSTRUCT")
                .set(Tags.STUDY_INSTANCE_UID, study)
                .set(Tags.SERIES_INSTANCE_UID, series)
                .items(
                        Tags.STRUCTURE_SET_ROI_SEQUENCE,
                        DataSet.builder()
                                .set(Tags.ROI_NUMBER, 1)
                                .set(Tags.REFERENCED_FRAME_OF_REFERENCE_UID, frameOfReference)
                                .set(Tags.ROI_NAME, roi)
                                .build())
                .items(
                        Tags.ROI_CONTOUR_SEQUENCE,
                        DataSet.builder()
                                .items(Tags.CONTOUR_SEQUENCE, contours)
                                .set(Tags.REFERENCED_ROI_NUMBER, 1)
                                .build())
                .build();
    }

    /** UID of the coordinate system. */
    public String frameOfReference() {
        return study + ".99";
    }

    /** 1 in the block. */
    public static Mask block() {
        var labels = new byte[SLICES * SIZE * SIZE];
        for (int at = 0; at < labels.length; at++) {
            labels[at] = (byte) (inBlock(at) ? 1 : 0);
        }
        return new Mask(geometry(), labels);
    }

    private static boolean inBlock(int at) {
        int slice = at / (SIZE * SIZE);
        int row = at / SIZE % SIZE;
        int column = at % SIZE;
        return slice >= 2 && slice <= 3 && row >= 5 && row <= 11 && column >= 4 && column <= 9;
    }

    private static Geometry geometry() {
        var axial = new Orientation(new Vector(1, 0, 0), new Vector(0, 1, 0));
        return new Geometry(new SlicePlane(new Vector(-8, -8, 0), axial, new PlaneGrid(SIZE, SIZE, 1, 1)), 2, SLICES);
    }

    private static DataSet contour(int slice) {
        double z = 2.0 * slice;
        return DataSet.builder()
                .set(Tags.CONTOUR_GEOMETRIC_TYPE, "CLOSED_PLANAR")
                .set(Tags.NUMBER_OF_CONTOUR_POINTS, 4)
                .set(Tags.CONTOUR_DATA, -4.5, -3.5, z, 1.5, -3.5, z, 1.5, 3.5, z, -4.5, 3.5, z)
                .build();
    }

    private static byte[] pixels(int slice) {
        var bytes = ByteBuffer.allocate(2 * SIZE * SIZE).order(ByteOrder.LITTLE_ENDIAN);
        for (int pixel = 0; pixel < SIZE * SIZE; pixel++) {
            bytes.putShort((short) (inBlock(slice * SIZE * SIZE + pixel) ? 1000 : 100 + pixel % 7));
        }
        return bytes.array();
    }
}
