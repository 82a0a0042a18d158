package dev.auricle.dicom.deidentify;

import java.util.UUID;

/**
 * Stands in for identifiers: the same value of the same kind always gets the same pseudonym, and without the site's
 * secret nobody can find out which, or test a guess. A keyed hash, in other words.
 */
public interface Pseudonyms {
    /** 128 bits as 32 hexadecimal digits. */
    String hex(String kind, String value);

    /** 128 bits as a UUID. */
    UUID uuid(String kind, String value);
}
