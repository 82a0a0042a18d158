package dev.auricle.dicom.deidentify;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.dictionary.Tags;

/**
 * Who an object is about, in what goes on.
 *
 * @param pseudonym instead of the name and the identifier
 * @param shift of the patient's dates
 */
record Subject(String pseudonym, DateShift shift) {
    /** The patient; one whose identifier is empty is known by the study, and without a study by the object. */
    static Subject of(DataSet identified, Pseudonyms pseudonyms) {
        return Text.key(identified, Tags.PATIENT_ID)
                .map(id -> of("patient", id, pseudonyms))
                .or(() -> Text.key(identified, Tags.STUDY_INSTANCE_UID).map(uid -> of("study", uid, pseudonyms)))
                .orElseGet(() -> of(
                        "instance", Text.key(identified, Tags.SOP_INSTANCE_UID).orElse(""), pseudonyms));
    }

    private static Subject of(String kind, String value, Pseudonyms pseudonyms) {
        var pseudonym = pseudonyms.hex(kind, value);
        return new Subject(pseudonym, DateShift.of(pseudonym, pseudonyms));
    }
}
