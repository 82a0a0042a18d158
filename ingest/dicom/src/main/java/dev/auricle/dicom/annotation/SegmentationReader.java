package dev.auricle.dicom.annotation;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.Value;
import dev.auricle.dicom.data.ValueElement;
import dev.auricle.dicom.dictionary.SopClass;
import dev.auricle.dicom.dictionary.Tag;
import dev.auricle.dicom.dictionary.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads segmentations of type BINARY (PS3.3, A.51 and C.8.20). */
public final class SegmentationReader {
    private SegmentationReader() {}

    /**
     * The segmentation. Throws {@link UnableToReadAnnotation} where it is of another kind or contradicts itself, and
     * what {@link DataSet#require} throws where it does not say enough.
     */
    public static Segmentation read(DataSet object) {
        checkKind(object);
        int rows = object.require(Tags.ROWS).integer();
        int columns = object.require(Tags.COLUMNS).integer();
        var groups = groups(object);
        var frames = new ArrayList<SegmentFrame>();
        for (int i = 0; i < groups.size(); i++) {
            frames.add(new SegmentFrame(i, segment(groups.get(i)), groups.get(i).plane(rows, columns)));
        }
        var bits = FrameBits.of(pixels(object), frames.size(), Math.multiplyExact(rows, columns));
        var measures = measures(groups);
        return new Segmentation(
                object.find(Tags.FRAME_OF_REFERENCE_UID).map(Value::string).orElse(""),
                segments(object),
                new SegmentFrames(
                        frames,
                        bits,
                        millimetres(measures, Tags.SPACING_BETWEEN_SLICES),
                        millimetres(measures, Tags.SLICE_THICKNESS)));
    }

    private static void checkKind(DataSet object) {
        var sopClass = object.require(Tags.SOP_CLASS_UID).string();
        if (!sopClass.equals(SopClass.SEGMENTATION.uid())) {
            throw new UnableToReadAnnotation("not a segmentation but "
                    + SopClass.of(sopClass).map(SopClass::title).orElse("another SOP class"));
        }
        var type = object.require(Tags.SEGMENTATION_TYPE).string();
        if (!type.equals("BINARY") || object.require(Tags.BITS_ALLOCATED).integer() != 1) {
            throw new UnableToReadAnnotation("a segmentation of type " + type.toUpperCase(Locale.ROOT));
        }
    }

    private static List<FunctionalGroups> groups(DataSet object) {
        var shared = object.firstItem(Tags.SHARED_FUNCTIONAL_GROUPS_SEQUENCE).orElse(DataSet.EMPTY);
        var groups = object.items(Tags.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE).stream()
                .map(frame -> new FunctionalGroups(frame, shared))
                .toList();
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

    private static ValueElement pixels(DataSet object) {
        return object.element(Tags.PIXEL_DATA)
                .filter(ValueElement.class::isInstance)
                .map(ValueElement.class::cast)
                .orElseThrow(() -> new UnableToReadAnnotation("there are no pixels, or compressed ones"));
    }

    private static DataSet measures(List<FunctionalGroups> groups) {
        return groups.get(0).find(Tags.PIXEL_MEASURES_SEQUENCE).orElse(DataSet.EMPTY);
    }

    private static double millimetres(DataSet measures, Tag tag) {
        return measures.find(tag).map(Value::number).orElse(0.0);
    }

    private static SortedMap<Integer, Segment> segments(DataSet object) {
        var segments = new TreeMap<Integer, Segment>();
        for (var item : object.items(Tags.SEGMENT_SEQUENCE)) {
            segments.put(item.require(Tags.SEGMENT_NUMBER).integer(), SegmentItem.read(item));
        }
        return segments;
    }
}
