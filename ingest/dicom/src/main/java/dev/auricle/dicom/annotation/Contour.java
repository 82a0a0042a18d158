package dev.auricle.dicom.annotation;

import dev.auricle.dicom.space.Vector;
import java.util.List;

/**
 * One contour of a region (PS3.3, C.8.8.6).
 *
 * @param points in millimetres (LPS), the last joined to the first where the kind is closed
 */
public record Contour(Kind kind, List<Vector> points) {
    /** Contour Geometric Type. */
    public enum Kind {
        POINT,
        OPEN_PLANAR,
        OPEN_NONPLANAR,
        CLOSED_PLANAR,
        CLOSEDPLANAR_XOR,
        OTHER;

        /** Whether it bounds an area. */
        public boolean isClosed() {
            return this == CLOSED_PLANAR || this == CLOSEDPLANAR_XOR;
        }
    }

    public Contour {
        points = List.copyOf(points);
    }
}
