package dev.auricle.ingest.label;

import dev.auricle.dicom.space.Geometry;
import dev.auricle.dicom.space.Mask;
import dev.auricle.schemas.plan.SegmentClass;
import java.util.List;
import java.util.Map;

/**
 * What one annotation object shows of one stack of images.
 *
 * @param masks by class number, of 0 and 1; not empty
 */
record Shown(Drawing drawing, Map<Integer, Mask> masks) {
    private static final int DRAWN = 1;

    /** What objects show, in their order; an object that was not drawn on the stack shows nothing and is left out. */
    static List<Shown> of(
            Geometry geometry, String frameOfReference, List<Drawing> drawings, List<SegmentClass> classes) {
        return drawings.stream()
                .map(drawing -> new Shown(drawing, drawing.on(geometry, frameOfReference, classes)))
                .filter(shown -> !shown.masks.isEmpty())
                .toList();
    }

    /** How much is drawn of a class. */
    double millilitres(int number) {
        var mask = masks.get(number);
        return mask == null ? 0 : mask.millilitres(DRAWN);
    }

    /** Whether nothing is drawn of any class. */
    boolean isEmpty() {
        return masks.values().stream().allMatch(mask -> mask.count(DRAWN) == 0);
    }
}
