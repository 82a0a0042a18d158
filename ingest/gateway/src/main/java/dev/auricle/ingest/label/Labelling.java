package dev.auricle.ingest.label;

import dev.auricle.dicom.space.Geometry;
import dev.auricle.dicom.space.Mask;
import dev.auricle.schemas.plan.SegmentClass;
import java.util.List;
import java.util.Optional;

/**
 * The labels of a series of images.
 *
 * @param mask class numbers on the images' geometry
 * @param drawings the objects they come from, oldest first; at least one
 */
public record Labelling(Mask mask, List<Drawing> drawings) {
    /** Keeps a copy of the list. */
    public Labelling {
        drawings = List.copyOf(drawings);
    }

    /** The newest of the objects. */
    public Drawing newest() {
        return drawings.get(drawings.size() - 1);
    }

    /**
     * What annotations show of images. Of each class the newest annotation that shows it counts.
     *
     * @param frameOfReference UID of the coordinate system of the images
     * @param drawings oldest first
     * @return empty when none of them was drawn on these images
     */
    public static Optional<Labelling> of(
            Geometry geometry, String frameOfReference, List<Drawing> drawings, List<SegmentClass> classes) {
        return of(geometry, Shown.of(geometry, frameOfReference, drawings, classes));
    }

    /** The same, of what they show. */
    static Optional<Labelling> of(Geometry geometry, List<Shown> shown) {
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        var mask = Mask.empty(geometry);
        shown.forEach(each -> each.masks().forEach((number, drawn) -> Masks.redraw(mask, number, drawn)));
        return Optional.of(
                new Labelling(mask, shown.stream().map(Shown::drawing).toList()));
    }
}
