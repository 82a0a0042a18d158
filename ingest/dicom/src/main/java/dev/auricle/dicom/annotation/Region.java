package dev.auricle.dicom.annotation;

import java.util.List;

/**
 * A region of interest of a structure set.
 *
 * @param naming its codes, and its name as the only label
 * @param frameOfReference UID of the coordinate system of its contours; may be empty
 */
public record Region(int number, Naming naming, Annotator annotator, String frameOfReference, List<Contour> contours) {
    public Region {
        contours = List.copyOf(contours);
    }

    /** ROI Name; may be empty. */
    public String name() {
        return naming.labels().stream().findFirst().orElse("");
    }

    /** Whether its contours are all boxes; polygons otherwise. */
    public ShapeKind kind() {
        return areas().isEmpty() || areas().stream().anyMatch(contour -> !RightAngles.areAll(contour.points()))
                ? ShapeKind.POLYGON
                : ShapeKind.BOX;
    }

    /** The points of the contour that has most of them: how finely the region was drawn. */
    public int points() {
        return areas().stream()
                .mapToInt(contour -> contour.points().size())
                .max()
                .orElse(0);
    }

    /** The contours that bound an area. */
    public List<Contour> areas() {
        return contours.stream().filter(contour -> contour.kind().isClosed()).toList();
    }
}
