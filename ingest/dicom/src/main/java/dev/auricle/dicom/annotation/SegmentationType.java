package dev.auricle.dicom.annotation;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.dictionary.Tags;
import java.util.Arrays;
import java.util.Locale;

/** Segmentation Type (PS3.3, C.8.20.2.3): what a pixel of a segmentation is. */
enum SegmentationType {
    /** One bit: in the segment of the frame, or not. */
    BINARY,
    /** A share of Maximum Fractional Value: in the segment of the frame by so much, or as probably. */
    FRACTIONAL,
    /** The number of the segment. */
    LABELMAP;

    static SegmentationType of(DataSet object) {
        var name = object.require(Tags.SEGMENTATION_TYPE).string().toUpperCase(Locale.ROOT);
        var type = Arrays.stream(values())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UnableToReadAnnotation("a segmentation of an unknown type"));
        boolean bits = object.require(Tags.BITS_ALLOCATED).integer() == 1;
        if (bits != (type == BINARY)) {
            throw new UnableToReadAnnotation("a segmentation of type " + type + " in other bits than its own");
        }
        return type;
    }
}
