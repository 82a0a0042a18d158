package dev.auricle.ingest.label;

import dev.auricle.dicom.annotation.OutlineRasteriser;
import dev.auricle.dicom.annotation.OutlinedRegion;
import dev.auricle.dicom.annotation.OutlinedRegion.Reach;
import dev.auricle.dicom.annotation.SegmentReference;
import dev.auricle.dicom.annotation.Shape;
import dev.auricle.dicom.annotation.UnableToReadAnnotation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * A structured report or a presentation state. A region is on the images that it names or on whose slices it lies; one
 * that speaks for a whole stack belongs to it if most of its outlines do.
 */
record OutlineDrawing(String uid, String modality, List<OutlinedRegion> regions) implements Drawing {
    @Override
    public boolean isBlank() {
        return regions.isEmpty();
    }

    @Override
    public List<Drawn> on(Canvas canvas) {
        var drawn = new LinkedHashMap<Way, Filled>();
        for (var region : regions) {
            Classes.numberOf(region.naming(), canvas.plan().classes())
                    .ifPresent(number -> drawn(region, number, canvas)
                            .forEach(each -> drawn.computeIfAbsent(
                                            Way.of(each),
                                            way -> Filled.nothing(
                                                    canvas.images().geometry()))
                                    .add(each.filled())));
        }
        return drawn.entrySet().stream()
                .map(each -> each.getKey().drawn(each.getValue()))
                .toList();
    }

    /** In which way something is drawn: what is drawn in one is kept as one, however many regions it is. */
    private record Way(int number, Reach reach, Origin origin) {
        static Way of(Drawn drawn) {
            return new Way(drawn.number(), drawn.reach(), drawn.origin());
        }

        Drawn drawn(Filled filled) {
            return new Drawn(number, filled, reach, origin);
        }
    }

    private static List<Drawn> drawn(OutlinedRegion region, int number, Canvas canvas) {
        var drawn = new ArrayList<>(outlines(region, number, canvas));
        region.segments().forEach(segment -> segment(segment, number, canvas).ifPresent(drawn::add));
        return drawn;
    }

    /** One for each way in which it is drawn, however many outlines there are. */
    private static List<Drawn> outlines(OutlinedRegion region, int number, Canvas canvas) {
        int points = region.outlines().stream()
                .mapToInt(outline -> outline.shape().points())
                .max()
                .orElse(0);
        var filled = new LinkedHashMap<Origin, Filled>();
        int there = 0;
        for (var outline : region.outlines()) {
            var target = filled.computeIfAbsent(
                    origin(outline.shape(), points, region, canvas),
                    origin -> Filled.nothing(canvas.images().geometry()));
            there += OutlineRasteriser.rasterise(outline, canvas.images(), target.masks()) ? 1 : 0;
            target.shapes().add(outline, canvas.images());
        }
        boolean belongs =
                region.reach() == Reach.SLICES || 2 * there > region.outlines().size();
        return filled.entrySet().stream()
                .filter(drawn -> belongs && !drawn.getValue().masks().slices().isEmpty())
                .map(drawn -> new Drawn(number, drawn.getValue(), region.reach(), drawn.getKey()))
                .toList();
    }

    private static Origin origin(Shape shape, int points, OutlinedRegion region, Canvas canvas) {
        return Origin.outline(
                shape.kind(), points, region.annotator(), canvas.plan().annotations());
    }

    /** A segment of a segmentation that has come, if it was drawn on these images. */
    private static Optional<Drawn> segment(SegmentReference reference, int number, Canvas canvas) {
        var segmentation = canvas.segmentations().get(reference.sopInstanceUid());
        if (segmentation == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(SegmentationDrawing.drawn(segmentation, reference.segment(), number, canvas.images()));
        } catch (UnableToReadAnnotation drawnElsewhere) {
            return Optional.empty();
        }
    }
}
