package dev.auricle.dicom.deidentify;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.dictionary.Tags;
import java.util.Set;

/** Content items of structured reports that say who or where, whatever type of value they have (PS3.16, TID 1001 ff.). */
final class IdentifyingConcepts {
    /**
     * Observers, their organizations, devices and places; orders; subjects, their numbers, birth dates and ages, the last
     * because a measured age cannot be told from one above 89.
     */
    private static final Set<String> IDENTITIES = Set.of(
            "121008", "121009", "121013", "121016", "121017", "121020", "121021", "121022", "121029", "121030",
            "121031", "121033", "121036", "128774");

    /** Sex, species, breed, height and weight of the subject. */
    private static final Set<String> CHARACTERISTICS = Set.of("121032", "121034", "121035", "8302-2", "29463-7");

    private IdentifyingConcepts() {}

    static boolean isOne(DataSet item, Profile profile) {
        boolean retained = profile.has(ProfileOption.RETAIN_PATIENT_CHARACTERISTICS);
        return item.firstItem(Tags.CONCEPT_NAME_CODE_SEQUENCE)
                .flatMap(name -> Text.key(name, Tags.CODE_VALUE))
                .filter(code -> IDENTITIES.contains(code) || (CHARACTERISTICS.contains(code) && !retained))
                .isPresent();
    }
}
