package dev.auricle.ingest.label;

import dev.auricle.dicom.space.Geometry;
import dev.auricle.dicom.space.Mask;
import dev.auricle.schemas.plan.SegmentClass;
import java.util.List;
import java.util.Map;

/** What an annotation object shows: outlines or masks in patient space. */
public interface Drawing {
    /** SOP Instance UID of the object. */
    String uid();

    /** SEG or RTSTRUCT. */
    String modality();

    /**
     * What it shows of a stack of images: by class number, a mask of 0 and 1. Empty when it was not drawn on that stack,
     * or shows none of the classes. Frame of reference and geometry decide; references to instances do not, because
     * systems that copy images give them other UIDs.
     *
     * @param frameOfReference UID of the coordinate system of the images
     * @param classes the plan's, the first of which is class 1
     */
    Map<Integer, Mask> on(Geometry geometry, String frameOfReference, List<SegmentClass> classes);
}
