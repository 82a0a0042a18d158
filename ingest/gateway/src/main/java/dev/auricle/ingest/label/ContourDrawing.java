package dev.auricle.ingest.label;

import dev.auricle.dicom.annotation.ContourFinding;
import dev.auricle.dicom.annotation.ContourRasteriser;
import dev.auricle.dicom.annotation.Rasterised;
import dev.auricle.dicom.annotation.Region;
import dev.auricle.dicom.space.Geometry;
import dev.auricle.dicom.space.Mask;
import dev.auricle.schemas.plan.SegmentClass;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An RT Structure Set. A region belongs to images on whose slices most of its contours lie. */
record ContourDrawing(String uid, List<Region> regions) implements Drawing {
    @Override
    public String modality() {
        return "RTSTRUCT";
    }

    @Override
    public Map<Integer, Mask> on(Geometry geometry, String frameOfReference, List<SegmentClass> classes) {
        var masks = new TreeMap<Integer, Mask>();
        for (var region : regions) {
            var number = Classes.numberOf(Classes.Concept.NONE, region.name(), classes);
            if (number.isPresent() && isIn(region, frameOfReference)) {
                var rasterised = ContourRasteriser.rasterise(region, geometry);
                if (lies(region, rasterised)) {
                    masks.merge(number.getAsInt(), rasterised.mask(), Masks::union);
                }
            }
        }
        return masks;
    }

    /** A region that does not say is taken to be in any; then geometry alone decides. */
    private static boolean isIn(Region region, String frameOfReference) {
        return region.frameOfReference().isEmpty() || region.frameOfReference().equals(frameOfReference);
    }

    private static boolean lies(Region region, Rasterised rasterised) {
        long beside = rasterised.findings().stream()
                .filter(finding -> !(finding instanceof ContourFinding.NotClosed))
                .count();
        long closed = region.contours().stream()
                .filter(contour -> contour.kind().isClosed())
                .count();
        return closed > 0 && 2 * beside < closed;
    }
}
