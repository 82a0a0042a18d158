package dev.auricle.dicom.data;

import dev.auricle.dicom.dictionary.Tag;
import dev.auricle.dicom.dictionary.Vr;

/** A data element: a tag, a representation, and a value of one of three shapes. */
public sealed interface Element permits ValueElement, SequenceElement, FragmentsElement {
    Tag tag();

    /** The representation the element was encoded with, {@link Vr#UN} also where the dictionary knows better. */
    Vr vr();

    boolean isEmpty();
}
