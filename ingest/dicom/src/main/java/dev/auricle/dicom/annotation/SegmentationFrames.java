package dev.auricle.dicom.annotation;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.DataSetBuilder;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.Vr;
import java.util.ArrayList;
import java.util.List;

/** The frames of a segmentation to be written: bits, functional groups, and the images they refer to. */
final class SegmentationFrames {
    private final SourceSeries source;
    private final List<SegmentMask> segments;

    SegmentationFrames(SourceSeries source, List<SegmentMask> segments) {
        this.source = source;
        this.segments = segments;
    }

    void writeTo(DataSetBuilder object) {
        object.items(Tags.SHARED_FUNCTIONAL_GROUPS_SEQUENCE, shared())
                .items(Tags.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, perFrame())
                .items(Tags.REFERENCED_SERIES_SEQUENCE, referencedSeries())
                .bytes(Tags.PIXEL_DATA, Vr.OB, bits());
    }

    private DataSet shared() {
        var image = source.first();
        var measures = DataSet.builder().copy(image, Tags.PIXEL_SPACING, Tags.SLICE_THICKNESS);
        if (image.find(Tags.SLICE_THICKNESS).isEmpty()) {
            measures.set(Tags.SLICE_THICKNESS, source.geometry().sliceSpacing());
        }
        return DataSet.builder()
                .items(
                        Tags.PIXEL_MEASURES_SEQUENCE,
                        measures.set(
                                        Tags.SPACING_BETWEEN_SLICES,
                                        source.geometry().sliceSpacing())
                                .build())
                .items(
                        Tags.PLANE_ORIENTATION_SEQUENCE,
                        DataSet.builder()
                                .copy(image, Tags.IMAGE_ORIENTATION_PATIENT)
                                .build())
                .build();
    }

    private List<DataSet> perFrame() {
        var groups = new ArrayList<DataSet>();
        for (int segment = 1; segment <= segments.size(); segment++) {
            for (int slice = 0; slice < source.geometry().slices(); slice++) {
                groups.add(group(segment, slice));
            }
        }
        return groups;
    }

    private DataSet group(int segment, int slice) {
        var image = source.headers().get(slice);
        return DataSet.builder()
                .items(Tags.DERIVATION_IMAGE_SEQUENCE, derivation(image))
                .items(
                        Tags.FRAME_CONTENT_SEQUENCE,
                        DataSet.builder()
                                .set(Tags.DIMENSION_INDEX_VALUES, segment, slice + 1)
                                .build())
                .items(
                        Tags.PLANE_POSITION_SEQUENCE,
                        DataSet.builder()
                                .copy(image, Tags.IMAGE_POSITION_PATIENT)
                                .build())
                .items(
                        Tags.SEGMENT_IDENTIFICATION_SEQUENCE,
                        DataSet.builder()
                                .set(Tags.REFERENCED_SEGMENT_NUMBER, segment)
                                .build())
                .build();
    }

    private static DataSet derivation(DataSet image) {
        var sourceImage = reference(image)
                .copy(image, Tags.REFERENCED_FRAME_NUMBER)
                .set(Tags.SPATIAL_LOCATIONS_PRESERVED, "YES")
                .items(Tags.PURPOSE_OF_REFERENCE_CODE_SEQUENCE, Code.SOURCE_IMAGE.toItem())
                .build();
        return DataSet.builder()
                .items(Tags.SOURCE_IMAGE_SEQUENCE, sourceImage)
                .items(Tags.DERIVATION_CODE_SEQUENCE, Code.SEGMENTATION.toItem())
                .build();
    }

    private DataSet referencedSeries() {
        var instances = source.headers().stream()
                .map(image -> reference(image).build())
                .distinct()
                .toList();
        return DataSet.builder()
                .copy(source.first(), Tags.SERIES_INSTANCE_UID)
                .items(Tags.REFERENCED_INSTANCE_SEQUENCE, instances)
                .build();
    }

    private static DataSetBuilder reference(DataSet image) {
        return DataSet.builder()
                .set(
                        Tags.REFERENCED_SOP_CLASS_UID,
                        image.require(Tags.SOP_CLASS_UID).string())
                .set(
                        Tags.REFERENCED_SOP_INSTANCE_UID,
                        image.require(Tags.SOP_INSTANCE_UID).string());
    }

    /** One bit a pixel, running on across rows and frames, the least significant bit first (PS3.5, 8.1.1). */
    private byte[] bits() {
        int voxels = source.geometry().voxels();
        long count = (long) segments.size() * voxels;
        var bits = new byte[Math.toIntExact((count + 7) / 8)];
        long bit = 0;
        for (var segment : segments) {
            var labels = segment.mask().labels();
            byte label = (byte) segment.label();
            for (int i = 0; i < voxels; i++, bit++) {
                if (labels[i] == label) {
                    bits[(int) (bit >> 3)] |= (byte) (1 << (bit & 7));
                }
            }
        }
        return bits;
    }
}
