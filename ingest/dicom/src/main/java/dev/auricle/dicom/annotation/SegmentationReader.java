package dev.auricle.dicom.annotation;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.FunctionalGroups;
import dev.auricle.dicom.data.Value;
import dev.auricle.dicom.data.ValueElement;
import dev.auricle.dicom.dictionary.SopClass;
import dev.auricle.dicom.dictionary.Tag;
import dev.auricle.dicom.dictionary.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads segmentations of every type: BINARY, FRACTIONAL (PS3.3, A.51) and LABELMAP (A.101), as C.8.20 describes them.
 *
 * <p>What a pixel of a FRACTIONAL one is, a probability or a share of the voxel, makes no difference: it is in the
 * segment if it reaches the threshold. The background of a label map is no segment.
 */
public final class SegmentationReader {
    /** The threshold for those who have no other. */
    public static final double HALF = 0.5;

    private final DataSet object;
    private final int rows;
    private final int columns;

    private SegmentationReader(DataSet object) {
        this.object = object;
        rows = object.require(Tags.ROWS).integer();
        columns = object.require(Tags.COLUMNS).integer();
    }

    /** The segmentation; of a FRACTIONAL one, what is in a segment by half or more. */
    public static Segmentation read(DataSet object) {
        return read(object, HALF);
    }

    /**
     * The segmentation. Throws {@link UnableToReadAnnotation} where it is of another kind or contradicts itself, and
     * what {@link DataSet#require} throws where it does not say enough.
     *
     * @param threshold above 0 and up to 1: the fraction from which on a pixel is in a segment
     */
    public static Segmentation read(DataSet object, double threshold) {
        checkKind(object);
        return new SegmentationReader(object).segmentation(threshold);
    }

    private static void checkKind(DataSet object) {
        var sopClass = object.require(Tags.SOP_CLASS_UID).string();
        if (!sopClass.equals(SopClass.SEGMENTATION.uid()) && !sopClass.equals(SopClass.LABEL_MAP_SEGMENTATION.uid())) {
            throw new UnableToReadAnnotation("not a segmentation but "
                    + SopClass.of(sopClass).map(SopClass::title).orElse("another SOP class"));
        }
    }

    private Segmentation segmentation(double threshold) {
        var type = SegmentationType.of(object);
        var groups = groups();
        var segments = segments(type);
        var frames = new ArrayList<SegmentFrame>();
        for (int i = 0; i < groups.size(); i++) {
            var shown = type == SegmentationType.LABELMAP ? segments.keySet() : Set.of(segment(groups.get(i)));
            frames.add(new SegmentFrame(i, shown, FramePlace.of(groups.get(i), rows, columns)));
        }
        var measures = groups.get(0).find(Tags.PIXEL_MEASURES_SEQUENCE).orElse(DataSet.EMPTY);
        return new Segmentation(
                object.find(Tags.FRAME_OF_REFERENCE_UID).map(Value::string).orElse(""),
                segments,
                Annotator.named(object, Tags.CONTENT_CREATOR_NAME, Tags.OPERATORS_NAME),
                new SegmentFrames(
                        frames,
                        pixels(type, frames.size(), threshold),
                        millimetres(measures, Tags.SPACING_BETWEEN_SLICES),
                        millimetres(measures, Tags.SLICE_THICKNESS)));
    }

    private List<FunctionalGroups> groups() {
        var groups = FunctionalGroups.of(object);
        int frames = object.require(Tags.NUMBER_OF_FRAMES).integer();
        if (groups.isEmpty() || groups.size() != frames) {
            throw new UnableToReadAnnotation(frames + " frames with " + groups.size() + " functional groups");
        }
        return groups;
    }

    private static int segment(FunctionalGroups groups) {
        return groups.require(Tags.SEGMENT_IDENTIFICATION_SEQUENCE)
                .require(Tags.REFERENCED_SEGMENT_NUMBER)
                .integer();
    }

    private FramePixels pixels(SegmentationType type, int frames, double threshold) {
        long count = (long) frames * rows * columns;
        if (rows < 1 || columns < 1 || count > Integer.MAX_VALUE) {
            throw new UnableToReadAnnotation(frames + " frames of " + rows + " rows and " + columns + " columns");
        }
        var element = element();
        int bits = object.require(Tags.BITS_ALLOCATED).integer();
        int pixelsPerFrame = rows * columns;
        return switch (type) {
            case BINARY -> FrameBits.of(element, count, pixelsPerFrame);
            case FRACTIONAL ->
                new FrameFractions(SampleCells.of(element, bits, count), pixelsPerFrame, least(threshold));
            case LABELMAP -> new FrameLabels(SampleCells.of(element, bits, count), pixelsPerFrame);
        };
    }

    private double least(double threshold) {
        int whole = object.require(Tags.MAXIMUM_FRACTIONAL_VALUE).integer();
        if (whole < 1) {
            throw new UnableToReadAnnotation("fractions of at most " + whole);
        }
        return threshold * whole;
    }

    private ValueElement element() {
        return object.element(Tags.PIXEL_DATA)
                .filter(ValueElement.class::isInstance)
                .map(ValueElement.class::cast)
                .orElseThrow(() -> new UnableToReadAnnotation("there are no pixels, or compressed ones"));
    }

    private static double millimetres(DataSet measures, Tag tag) {
        return measures.find(tag).map(Value::number).orElse(0.0);
    }

    private SortedMap<Integer, Segment> segments(SegmentationType type) {
        var segments = new TreeMap<Integer, Segment>();
        for (var item : object.items(Tags.SEGMENT_SEQUENCE)) {
            segments.put(item.require(Tags.SEGMENT_NUMBER).integer(), SegmentItem.read(item));
        }
        if (type == SegmentationType.LABELMAP) {
            segments.remove(
                    object.find(Tags.PIXEL_PADDING_VALUE).map(Value::integer).orElse(0));
        }
        return segments;
    }
}
