package dev.auricle.ingest.label;

import java.util.List;

/** What an annotation object shows: outlines or masks in patient space or on images. */
public interface Drawing {
    /** SOP Instance UID of the object. */
    String uid();

    /** SEG, RTSTRUCT, SR or PR. */
    String modality();

    /** Whether it shows nothing at all, on whatever images. */
    boolean isBlank();

    /**
     * What it shows of a stack of images. Empty when it was not drawn on that stack, or shows none of the plan's classes.
     * Where an object says positions, frame of reference and geometry decide; references to instances count only where
     * there are none, because systems that copy images give them other UIDs.
     */
    List<Drawn> on(Canvas canvas);
}
