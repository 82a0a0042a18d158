package dev.auricle.dicom.space;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.DataSetBuilder;
import dev.auricle.dicom.dictionary.SopClass;
import dev.auricle.dicom.dictionary.Tag;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.dictionary.Vr;
import dev.auricle.dicom.syntax.DicomFile;
import java.util.ArrayList;
import java.util.List;

/** Made-up images of several frames of 2 rows and 3 columns, each frame full of its own number, from 1. */
public final class EnhancedImages {
    private static final int PIXELS = 6;

    private final List<DataSet> frames = new ArrayList<>();

    /** One frame more, across the z axis. */
    public EnhancedImages at(double z, String stack, int time, int echo) {
        return add(z, stack, time, echo, 0, 1, 0);
    }

    /** One frame more, turned by a right angle. */
    EnhancedImages turnedAt(double z) {
        return add(z, "1", 1, 1, 0, 0, 1);
    }

    private EnhancedImages add(double z, String stack, int time, int echo, double... column) {
        frames.add(DataSet.builder()
                .items(
                        Tags.FRAME_CONTENT_SEQUENCE,
                        DataSet.builder()
                                .set(Tags.STACK_ID, stack)
                                .set(Tags.TEMPORAL_POSITION_INDEX, time)
                                .set(Tags.DIMENSION_INDEX_VALUES, 1, frames.size() + 1, echo)
                                .build())
                .items(
                        Tags.PLANE_POSITION_SEQUENCE,
                        DataSet.builder()
                                .set(Tags.IMAGE_POSITION_PATIENT, 0.0, 0.0, z)
                                .build())
                .items(
                        Tags.PLANE_ORIENTATION_SEQUENCE,
                        DataSet.builder()
                                .set(Tags.IMAGE_ORIENTATION_PATIENT, 1, 0, 0, column[0], column[1], column[2])
                                .build())
                .items(
                        Tags.PIXEL_VALUE_TRANSFORMATION_SEQUENCE,
                        DataSet.builder()
                                .set(Tags.RESCALE_SLOPE, 10)
                                .set(Tags.RESCALE_INTERCEPT, 1000 * frames.size())
                                .build())
                .build());
        return this;
    }

    /** Everything but the groups of frames. */
    public static DataSetBuilder header() {
        return DataSet.builder()
                .set(
                        Tags.SOP_CLASS_UID,
                        SopClass.of("1.2.840.10008.5.1.4.1.1.4.1").orElseThrow().uid())
                .set(Tags.SOP_INSTANCE_UID, "2.25.51")
                .set(Tags.STUDY_INSTANCE_UID, "2.25.52")
                .set(Tags.SERIES_INSTANCE_UID, "2.25.53")
                .set(Tags.SAMPLES_PER_PIXEL, 1)
                .set(Tags.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2")
                .set(Tags.ROWS, 2)
                .set(Tags.COLUMNS, 3)
                .set(Tags.BITS_ALLOCATED, 8)
                .set(Tags.BITS_STORED, 8)
                .set(Tags.HIGH_BIT, 7)
                .set(Tags.PIXEL_REPRESENTATION, 0);
    }

    public DataSet build() {
        var pixels = new byte[frames.size() * PIXELS];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i / PIXELS + 1);
        }
        var measures = DataSet.builder().set(Tags.PIXEL_SPACING, 0.5, 0.25).set(Tags.SLICE_THICKNESS, 4);
        return header().set(Tags.NUMBER_OF_FRAMES, frames.size())
                .items(
                        Tags.DIMENSION_INDEX_SEQUENCE,
                        dimension(Tags.STACK_ID),
                        dimension(Tags.IN_STACK_POSITION_NUMBER),
                        dimension(Tags.ECHO_TIME))
                .items(
                        Tags.SHARED_FUNCTIONAL_GROUPS_SEQUENCE,
                        DataSet.builder()
                                .items(Tags.PIXEL_MEASURES_SEQUENCE, measures.build())
                                .build())
                .items(Tags.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, frames)
                .bytes(Tags.PIXEL_DATA, Vr.OB, pixels)
                .build();
    }

    DicomFile file() {
        return DicomFile.of(build(), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
    }

    private static DataSet dimension(Tag pointer) {
        return DataSet.builder().set(Tags.DIMENSION_INDEX_POINTER, pointer).build();
    }
}
