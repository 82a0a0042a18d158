package dev.auricle.dicom.deidentify;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** An option of the Basic Profile (PS3.15, E.3): what is retained, or cleaned instead of removed. */
public enum ProfileOption {
    CLEAN_PIXEL_DATA("113101", "Clean Pixel Data Option"),
    CLEAN_RECOGNIZABLE_VISUAL_FEATURES("113102", "Clean Recognizable Visual Features Option"),
    CLEAN_GRAPHICS("113103", "Clean Graphics Option"),
    CLEAN_STRUCTURED_CONTENT("113104", "Clean Structured Content Option"),
    CLEAN_DESCRIPTORS("113105", "Clean Descriptors Option"),
    RETAIN_FULL_DATES("113106", "Retain Longitudinal Temporal Information Full Dates Option"),
    RETAIN_MODIFIED_DATES("113107", "Retain Longitudinal Temporal Information Modified Dates Option"),
    RETAIN_PATIENT_CHARACTERISTICS("113108", "Retain Patient Characteristics Option"),
    RETAIN_DEVICE_IDENTITY("113109", "Retain Device Identity Option"),
    RETAIN_UIDS("113110", "Retain UIDs Option"),
    RETAIN_SAFE_PRIVATE("113111", "Retain Safe Private Option"),
    RETAIN_INSTITUTION_IDENTITY("113112", "Retain Institution Identity Option");

    private final String code;
    private final String meaning;

    ProfileOption(String code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    /** The option of that name, such as {@code retain-uids}. */
    public static Optional<ProfileOption> named(String name) {
        return Arrays.stream(values())
                .filter(option -> option.toString().equals(name))
                .findFirst();
    }

    /** Its code in PS3.16, CID 7050, scheme DCM. */
    String code() {
        return code;
    }

    /** What CID 7050 calls it. */
    String meaning() {
        return meaning;
    }

    /** As it is written in configurations, such as {@code retain-uids}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
