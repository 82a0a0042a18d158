package dev.auricle.dicom.annotation;

import dev.auricle.dicom.annotation.FramePlace.InPatient;
import dev.auricle.dicom.annotation.FramePlace.OnImage;
import dev.auricle.dicom.space.Geometry;
import dev.auricle.dicom.space.Mask;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A segmentation as it was read. Segments may overlap, frames come in any order, and where a segment has no frame it
 * is empty.
 *
 * @param frameOfReference UID of the coordinate system of its positions
 * @param segments by number
 * @param creator who made the object as a whole
 */
public record Segmentation(
        String frameOfReference, SortedMap<Integer, Segment> segments, Annotator creator, SegmentFrames frames) {
    /** Who drew a segment: the algorithm that did so by itself, else the object's creator. */
    public Annotator annotator(int segment) {
        return Optional.ofNullable(segments.get(segment))
                .map(Segment::algorithm)
                .filter(algorithm -> algorithm.kind() == SegmentAlgorithm.Kind.AUTOMATIC)
                .map(algorithm -> Annotator.program(algorithm.name()))
                .orElse(creator);
    }

    /** The stack its own frames lie on, from the first to the last of them. */
    public Geometry geometry() {
        return FrameStack.of(frames);
    }

    /**
     * One segment as a mask of 0 and 1 on the images it was drawn on: a frame that does not lie on one of them, pixel on
     * pixel, is refused with {@link UnableToReadAnnotation}. References count only for frames that say no position.
     */
    public Mask mask(int segment, ImageStack images) {
        if (!segments.containsKey(segment)) {
            throw new UnableToReadAnnotation("there is no segment " + segment);
        }
        var geometry = images.geometry();
        var mask = Mask.empty(geometry);
        for (var frame : frames.frames()) {
            if (frame.segments().contains(segment)) {
                int offset = geometry.offset(slice(frame.place(), images));
                frames.pixels().addTo(mask.labels(), offset, frame.index(), segment);
            }
        }
        return mask;
    }

    /** One segment as a mask of 0 and 1 on a geometry, for frames that say their positions. */
    public Mask mask(int segment, Geometry geometry) {
        return mask(segment, new ImageStack(geometry, frameOfReference, Map.of()));
    }

    /** One segment as a mask of 0 and 1 on the segmentation's own geometry. */
    public Mask mask(int segment) {
        return mask(segment, geometry());
    }

    private static int slice(FramePlace place, ImageStack images) {
        return place instanceof InPatient inPatient
                ? FrameStack.slice(inPatient.plane(), images.geometry())
                : slice((OnImage) place, images);
    }

    private static int slice(OnImage place, ImageStack images) {
        if (place.rows() != images.geometry().rows()
                || place.columns() != images.geometry().columns()) {
            throw new UnableToReadAnnotation("a frame has another size than the image it refers to");
        }
        return images.slice(place.image())
                .orElseThrow(() -> new UnableToReadAnnotation("a frame refers to none of the images"));
    }
}
