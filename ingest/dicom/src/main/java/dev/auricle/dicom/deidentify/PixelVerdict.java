package dev.auricle.dicom.deidentify;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.dictionary.TransferSyntax;

/** What is to be thought of an image's pixels. */
sealed interface PixelVerdict {
    /** Nothing speaks for text in them. */
    record Unsuspicious() implements PixelVerdict {}

    /** Text may stand in them, and nobody blacks it out. */
    record Legible(String sentence) implements PixelVerdict {}

    /** What the site's rule says was blacked out. */
    record Masked(DataSet image, TransferSyntax syntax) implements PixelVerdict {}
}
