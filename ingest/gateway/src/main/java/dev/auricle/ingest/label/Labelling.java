package dev.auricle.ingest.label;

import dev.auricle.dicom.annotation.Shape;
import dev.auricle.dicom.space.Geometry;
import dev.auricle.dicom.space.Mask;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The labels of a series of images.
 *
 * @param mask class numbers on the images' geometry
 * @param sources by slice, what the classes on it were drawn as and by whom; a slice that nobody has spoken for is not
 *     there, one on which there is nothing has none
 * @param drawings the objects they come from, oldest first; at least one
 */
public record Labelling(Mask mask, Map<Integer, Set<Source>> sources, List<Drawing> drawings) {
    /** Keeps copies of map and list. */
    public Labelling {
        sources = Map.copyOf(sources);
        drawings = List.copyOf(drawings);
    }

    /**
     * What a class was drawn as on a slice, and by whom.
     *
     * @param shapes that it was filled from, in indices of the mask: (column, row, slice); none of a mask or a body
     */
    public record Source(int number, Origin origin, List<Shape> shapes) {
        /** Keeps a copy of the list. */
        public Source {
            shapes = List.copyOf(shapes);
        }
    }

    /** What is on a slice, if anybody has spoken for it. */
    public Optional<Set<Source>> on(int slice) {
        return Optional.ofNullable(sources.get(slice));
    }

    /** The newest of the objects. */
    public Drawing newest() {
        return drawings.get(drawings.size() - 1);
    }

    /**
     * What annotations show of images.
     *
     * @param drawings oldest first
     * @return empty when none of them was drawn on these images
     */
    public static Optional<Labelling> of(Canvas canvas, List<? extends Drawing> drawings) {
        return of(canvas.images().geometry(), Shown.of(canvas, drawings));
    }

    /** The same, of what they show. */
    static Optional<Labelling> of(Geometry geometry, List<Shown> shown) {
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        var layers = new LabelLayers(geometry);
        shown.forEach(each -> layers.draw(each.drawn()));
        return Optional.of(new Labelling(
                layers.mask(),
                layers.sources(),
                shown.stream().map(Shown::drawing).toList()));
    }
}
