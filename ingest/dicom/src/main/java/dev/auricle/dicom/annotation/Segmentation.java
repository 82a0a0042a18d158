package dev.auricle.dicom.annotation;

import dev.auricle.dicom.space.Geometry;
import dev.auricle.dicom.space.Mask;
import java.util.SortedMap;

/**
 * A segmentation as it was read. Segments may overlap, frames come in any order, and where a segment has no frame it
 * is empty.
 *
 * @param frameOfReference UID of the coordinate system of its positions
 * @param segments by number
 */
public record Segmentation(String frameOfReference, SortedMap<Integer, Segment> segments, SegmentFrames frames) {
    /** The stack its own frames lie on, from the first to the last of them. */
    public Geometry geometry() {
        return FrameStack.of(frames);
    }

    /**
     * One segment as a mask of 0 and 1 on a geometry, which must be the one it was drawn on: a frame that does not lie
     * on one of its slices, pixel on pixel, is refused with {@link UnableToReadAnnotation}.
     */
    public Mask mask(int segment, Geometry geometry) {
        if (!segments.containsKey(segment)) {
            throw new UnableToReadAnnotation("there is no segment " + segment);
        }
        var mask = Mask.empty(geometry);
        for (var frame : frames.frames()) {
            if (frame.segment() == segment) {
                int slice = FrameStack.slice(frame.plane(), geometry);
                frames.bits().addTo(mask.labels(), geometry.offset(slice), frame.index());
            }
        }
        return mask;
    }

    /** One segment as a mask of 0 and 1 on the segmentation's own geometry. */
    public Mask mask(int segment) {
        return mask(segment, geometry());
    }
}
