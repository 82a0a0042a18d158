package dev.auricle.dicom.annotation;

import dev.auricle.dicom.space.Geometry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Images that something may have been drawn on.
 *
 * @param geometry the stack they are
 * @param frameOfReference UID of their coordinate system
 * @param slices which slice an image is; empty where no references are to be followed
 */
public record ImageStack(Geometry geometry, String frameOfReference, Map<ImageReference, Integer> slices) {
    public ImageStack {
        slices = Map.copyOf(slices);
    }

    /** With the image of slice 0 first. */
    public static ImageStack of(Geometry geometry, String frameOfReference, List<ImageReference> images) {
        var slices = new HashMap<ImageReference, Integer>();
        for (var image : images) {
            slices.put(image, slices.size());
        }
        return new ImageStack(geometry, frameOfReference, slices);
    }

    /** The slice that the image is, if it is one of these. */
    public OptionalInt slice(ImageReference image) {
        var slice = slices.get(image);
        return slice == null ? OptionalInt.empty() : OptionalInt.of(slice);
    }
}
