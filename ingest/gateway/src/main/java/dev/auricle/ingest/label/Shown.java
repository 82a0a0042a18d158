package dev.auricle.ingest.label;

import dev.auricle.dicom.annotation.OutlinedRegion.Reach;
import dev.auricle.dicom.annotation.SliceMasks;
import java.util.List;

/**
 * What one annotation object shows of one stack of images.
 *
 * @param drawn not empty
 */
record Shown(Drawing drawing, List<Drawn> drawn) {
    Shown {
        drawn = List.copyOf(drawn);
    }

    /** What objects show, in their order; an object that was not drawn on the stack shows nothing and is left out. */
    static List<Shown> of(Canvas canvas, List<? extends Drawing> drawings) {
        return drawings.stream()
                .map(drawing -> new Shown(drawing, drawing.on(canvas)))
                .filter(shown -> !shown.drawn.isEmpty())
                .toList();
    }

    /** How much is drawn of a class, as far as it is drawn as a whole: single slices have no volume. */
    double millilitres(int number) {
        var whole = drawn.stream()
                .filter(each -> each.number() == number && each.reach() == Reach.STACK)
                .map(Drawn::masks)
                .toList();
        return whole.isEmpty() ? 0 : SliceMasks.union(whole).millilitres();
    }

    /** Whether nothing is drawn of any class. */
    boolean isEmpty() {
        return drawn.stream().allMatch(each -> each.masks().slices().isEmpty());
    }
}
