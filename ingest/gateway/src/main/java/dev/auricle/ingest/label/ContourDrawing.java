package dev.auricle.ingest.label;

import dev.auricle.dicom.annotation.ContourFinding;
import dev.auricle.dicom.annotation.ContourRasteriser;
import dev.auricle.dicom.annotation.FlatShapes;
import dev.auricle.dicom.annotation.OutlinedRegion.Reach;
import dev.auricle.dicom.annotation.Rasterised;
import dev.auricle.dicom.annotation.Region;
import dev.auricle.dicom.annotation.SliceMasks;
import java.util.ArrayList;
import java.util.List;

/** An RT Structure Set. A region belongs to images on whose slices most of its contours lie. */
record ContourDrawing(String uid, List<Region> regions) implements Drawing {
    private static final int INSIDE = 1;

    @Override
    public String modality() {
        return "RTSTRUCT";
    }

    @Override
    public boolean isBlank() {
        return regions.stream().allMatch(region -> region.areas().isEmpty());
    }

    @Override
    public List<Drawn> on(Canvas canvas) {
        var drawn = new ArrayList<Drawn>();
        for (var region : regions) {
            var number = Classes.numberOf(region.naming(), canvas.plan().classes());
            if (number.isPresent() && isIn(region, canvas.images().frameOfReference())) {
                var rasterised =
                        ContourRasteriser.rasterise(region, canvas.images().geometry());
                if (lies(region, rasterised)) {
                    var shapes = new FlatShapes(canvas.images().geometry());
                    shapes.add(region);
                    drawn.add(new Drawn(
                            number.getAsInt(),
                            new Filled(SliceMasks.of(rasterised.mask(), INSIDE), shapes),
                            Reach.STACK,
                            origin(region, canvas)));
                }
            }
        }
        return drawn;
    }

    private static Origin origin(Region region, Canvas canvas) {
        return Origin.outline(
                region.kind(),
                region.points(),
                region.annotator(),
                canvas.plan().annotations());
    }

    /** A region that does not say is taken to be in any; then geometry alone decides. */
    private static boolean isIn(Region region, String frameOfReference) {
        return region.frameOfReference().isEmpty() || region.frameOfReference().equals(frameOfReference);
    }

    private static boolean lies(Region region, Rasterised rasterised) {
        long beside = rasterised.findings().stream()
                .filter(finding -> !(finding instanceof ContourFinding.NotClosed))
                .count();
        return !region.areas().isEmpty() && 2 * beside < region.areas().size();
    }
}
