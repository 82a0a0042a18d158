package dev.auricle.dicom.annotation;

import dev.auricle.dicom.space.Mask;
import java.util.List;

/**
 * A region as a mask.
 *
 * @param mask 1 inside, 0 outside
 * @param findings the contours that are not in it, and why
 */
public record Rasterised(Mask mask, List<ContourFinding> findings) {
    public Rasterised {
        findings = List.copyOf(findings);
    }
}
