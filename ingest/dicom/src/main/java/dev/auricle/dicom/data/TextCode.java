package dev.auricle.dicom.data;

import dev.auricle.dicom.dictionary.Vr;
import java.util.Optional;

/** A way to write text as bytes. What parts a text, and so ends what was switched to, depends on the representation. */
sealed interface TextCode permits SingleCode, CodeExtensions {
    /** The text; empty if the bytes say what this code does not know. */
    Optional<String> decode(Bytes bytes, Vr vr);

    /** The bytes; empty if there is no place for one of the characters. */
    Optional<byte[]> encode(String text, Vr vr);
}
