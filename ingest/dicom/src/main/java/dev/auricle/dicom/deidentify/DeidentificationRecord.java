package dev.auricle.dicom.deidentify;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.dictionary.Tags;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What an object says of its own de-identification (PS3.3, C.7.1.1; PS3.15, E.1.1).
 *
 * @param applied the options that made a difference to it
 */
record DeidentificationRecord(Set<ProfileOption> applied) {
    private static final String BASIC_PROFILE = "113100";
    private static final String BASIC_PROFILE_MEANING = "Basic Application Confidentiality Profile";

    /** Of an object whose pixels are as they were. */
    static DeidentificationRecord of(Profile profile) {
        var applied = EnumSet.noneOf(ProfileOption.class);
        applied.addAll(profile.options());
        applied.remove(ProfileOption.CLEAN_PIXEL_DATA);
        return new DeidentificationRecord(applied);
    }

    /** Of an image in which something was blacked out. */
    static DeidentificationRecord masked(Profile profile) {
        return new DeidentificationRecord(profile.options());
    }

    DataSet writeTo(DataSet anonymous, Subject subject) {
        var object = anonymous.toBuilder()
                .set(Tags.PATIENT_NAME, subject.pseudonym())
                .set(Tags.PATIENT_ID, subject.pseudonym())
                .set(Tags.PATIENT_IDENTITY_REMOVED, "YES")
                .set(Tags.DEIDENTIFICATION_METHOD, "PS3.15 Annex E")
                .items(Tags.DEIDENTIFICATION_METHOD_CODE_SEQUENCE, codes())
                .set(Tags.LONGITUDINAL_TEMPORAL_INFORMATION_MODIFIED, dates());
        return applied.contains(ProfileOption.CLEAN_PIXEL_DATA)
                ? object.set(Tags.BURNED_IN_ANNOTATION, "NO").build()
                : object.build();
    }

    private String dates() {
        if (applied.contains(ProfileOption.RETAIN_FULL_DATES)) {
            return "UNMODIFIED";
        }
        return applied.contains(ProfileOption.RETAIN_MODIFIED_DATES) ? "MODIFIED" : "REMOVED";
    }

    private List<DataSet> codes() {
        var codes = new ArrayList<DataSet>();
        codes.add(code(BASIC_PROFILE, BASIC_PROFILE_MEANING));
        applied.stream()
                .sorted(Comparator.naturalOrder())
                .forEach(option -> codes.add(code(option.code(), option.meaning())));
        return codes;
    }

    private static DataSet code(String value, String meaning) {
        return DataSet.builder()
                .set(Tags.CODE_VALUE, value)
                .set(Tags.CODING_SCHEME_DESIGNATOR, "DCM")
                .set(Tags.CODE_MEANING, meaning)
                .build();
    }
}
