package dev.auricle.dicom.presentation;

import dev.auricle.dicom.annotation.ImageReference;
import dev.auricle.dicom.annotation.UnableToReadAnnotation;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.Value;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.space.Vector;
import java.util.List;
import java.util.stream.Stream;

/**
 * The part of an image that a presentation state shows (PS3.3, C.10.4), in which graphics may be given as fractions.
 *
 * @param left the outer edge of its first column, right that of its last; so top and bottom, in pixels
 */
record DisplayedArea(double left, double top, double right, double bottom) {
    /** The area in which all of these images are shown; refused where there is none, or the display turns them. */
    static DisplayedArea of(DataSet state, List<ImageReference> images) {
        requireUpright(state);
        var areas = images.stream().map(image -> of(state, image)).distinct().toList();
        if (areas.size() != 1) {
            throw new UnableToReadAnnotation("graphics in fractions of displayed areas that differ");
        }
        return areas.get(0);
    }

    private static void requireUpright(DataSet state) {
        int rotation = state.find(Tags.IMAGE_ROTATION).map(Value::integer).orElse(0);
        boolean flipped = state.find(Tags.IMAGE_HORIZONTAL_FLIP)
                .map(Value::string)
                .filter("Y"::equals)
                .isPresent();
        if (rotation % 360 != 0 || flipped) {
            throw new UnableToReadAnnotation("graphics in fractions of an area that is displayed turned or flipped");
        }
    }

    /** The item that names the image, else the one that is for all. */
    private static DisplayedArea of(DataSet state, ImageReference image) {
        var selections = state.items(Tags.DISPLAYED_AREA_SELECTION_SEQUENCE);
        return Stream.concat(
                        selections.stream().filter(item -> names(item, image)),
                        selections.stream()
                                .filter(item -> item.items(Tags.REFERENCED_IMAGE_SEQUENCE)
                                        .isEmpty()))
                .findFirst()
                .map(DisplayedArea::of)
                .orElseThrow(() -> new UnableToReadAnnotation("graphics in fractions of no displayed area"));
    }

    /** Whether it is for the image: for this frame or, where it says none, for all of them. */
    private static boolean names(DataSet item, ImageReference image) {
        return item.items(Tags.REFERENCED_IMAGE_SEQUENCE).stream()
                .flatMap(reference -> reference.contains(Tags.REFERENCED_FRAME_NUMBER)
                        ? ImageReference.of(reference).stream()
                        : Stream.of(new ImageReference(
                                reference
                                        .require(Tags.REFERENCED_SOP_INSTANCE_UID)
                                        .string(),
                                image.frame())))
                .anyMatch(image::equals);
    }

    private static DisplayedArea of(DataSet item) {
        var first = item.require(Tags.DISPLAYED_AREA_TOP_LEFT_HAND_CORNER).numbers(2);
        var last = item.require(Tags.DISPLAYED_AREA_BOTTOM_RIGHT_HAND_CORNER).numbers(2);
        return new DisplayedArea(first[0] - 1, first[1] - 1, last[0], last[1]);
    }

    /** Where a fraction of the area is, in pixels. */
    Vector pixels(Vector fraction) {
        return new Vector(left + fraction.x() * (right - left), top + fraction.y() * (bottom - top), 0);
    }
}
