package dev.auricle.dicom.deidentify;

import dev.auricle.dicom.data.Element;
import dev.auricle.dicom.dictionary.Dictionary;
import dev.auricle.dicom.dictionary.PixelRepresentation;
import dev.auricle.dicom.dictionary.Vr;

/** What an element's value is to be taken for. */
final class Representations {
    private Representations() {}

    /** The element's own representation, the dictionary's where it is UN. */
    static Vr understood(Element element) {
        return element.vr() == Vr.UN
                ? Dictionary.standard().representation(element.tag(), PixelRepresentation.UNSIGNED)
                : element.vr();
    }

    /** Whether the dictionary has the attribute, and the element is of that kind: text, items or numbers. */
    static boolean isAsDeclared(Element element) {
        return Dictionary.standard()
                .attribute(element.tag())
                .filter(entry -> kind(entry.representations().get(0)) == kind(understood(element)))
                .isPresent();
    }

    private static Vr.Kind kind(Vr vr) {
        if (vr.isText()) {
            return Vr.Kind.TEXT;
        }
        return vr == Vr.SQ ? Vr.Kind.ITEMS : Vr.Kind.BYTES;
    }
}
