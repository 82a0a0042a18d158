package dev.auricle.deploy.supply;

import java.util.List;

/**
 * A hospital and its studies.
 *
 * @param name the site
 * @param learning annotated, to learn from
 * @param heldOut new ones: sent without annotations, which only measure
 * @param leftOut how many files are no DICOM
 */
public record HospitalStudies(String name, List<Study> learning, List<Study> heldOut, int leftOut) {
    /** Keeps copies of the lists. */
    public HospitalStudies {
        learning = List.copyOf(learning);
        heldOut = List.copyOf(heldOut);
    }
}
