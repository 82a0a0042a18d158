package dev.auricle.dicom.deidentify;

import dev.auricle.dicom.dictionary.Uids;

/** UIDs by the site's secret. Those of the standard, which name classes and syntaxes and no objects, stay. */
record UidMap(Pseudonyms pseudonyms) {
    private static final String STANDARD = "1.2.840.10008.";

    /** The UID that stands for a UID; none for none. */
    String map(String uid) {
        return uid.isEmpty() || uid.startsWith(STANDARD) ? uid : Uids.fromUuid(pseudonyms.uuid("uid", uid));
    }
}
