package dev.auricle.dicom.annotation;

import java.util.List;

/**
 * A region of interest of a structure set.
 *
 * @param frameOfReference UID of the coordinate system of its contours; may be empty
 */
public record Region(int number, String name, String frameOfReference, List<Contour> contours) {
    public Region {
        contours = List.copyOf(contours);
    }
}
