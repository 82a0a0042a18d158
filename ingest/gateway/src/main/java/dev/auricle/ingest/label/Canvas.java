package dev.auricle.ingest.label;

import dev.auricle.dicom.annotation.ImageStack;
import dev.auricle.dicom.annotation.Segmentation;
import dev.auricle.schemas.plan.Plan;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * What drawings are laid on, and by which rules.
 *
 * @param segmentations those of the study, by SOP Instance UID, for drawings that refer to their segments
 */
public record Canvas(ImageStack images, Plan plan, Map<String, Segmentation> segmentations) {
    /** Keeps a copy of the map. */
    public Canvas {
        segmentations = Map.copyOf(segmentations);
    }

    /** With the segmentations among the drawings. */
    public static Canvas of(ImageStack images, Plan plan, Collection<? extends Drawing> drawings) {
        var segmentations = new HashMap<String, Segmentation>();
        for (var drawing : drawings) {
            if (drawing instanceof SegmentationDrawing drawn) {
                segmentations.put(drawn.uid(), drawn.segmentation());
            }
        }
        return new Canvas(images, plan, segmentations);
    }
}
