package dev.auricle.ingest.deidentify;

import dev.auricle.dicom.annotation.Annotator;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.deidentify.Deidentification;
import dev.auricle.dicom.deidentify.Deidentification.Deidentified;
import dev.auricle.dicom.deidentify.Deidentifier;
import dev.auricle.dicom.deidentify.Words;
import dev.auricle.dicom.dictionary.Tag;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.schemas.identity.KeyedHash;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Takes the patient out of a data set, twice.
 *
 * <p>First the Basic Profile (PS3.15, annex E) without any option that retains, which also rejects images that may have
 * text burned in. Then nothing passes but what is named here: the image itself, where it lies, and how it was made. So
 * samples hang neither on a table that may lack an attribute nor on one line of ours. UIDs and the patient's identifier
 * are mapped by the keyed hash of the site's secret, so that the same study gets the same UID every time and nobody
 * without the secret can find out which.
 */
public final class Deidentify {
    private static final Set<Tag> KEPT = Set.of(
            Tags.SOP_CLASS_UID,
            Tags.MODALITY,
            Tags.SLICE_THICKNESS,
            Tags.REPETITION_TIME,
            Tags.ECHO_TIME,
            Tags.MAGNETIC_FIELD_STRENGTH,
            Tags.INSTANCE_NUMBER,
            Tags.IMAGE_POSITION_PATIENT,
            Tags.IMAGE_ORIENTATION_PATIENT,
            Tags.SAMPLES_PER_PIXEL,
            Tags.PHOTOMETRIC_INTERPRETATION,
            Tags.NUMBER_OF_FRAMES,
            Tags.ROWS,
            Tags.COLUMNS,
            Tags.PIXEL_SPACING,
            Tags.BITS_ALLOCATED,
            Tags.BITS_STORED,
            Tags.HIGH_BIT,
            Tags.PIXEL_REPRESENTATION,
            Tags.RESCALE_SLOPE,
            Tags.RESCALE_INTERCEPT,
            Tags.RESCALE_TYPE,
            Tags.EXTENDED_OFFSET_TABLE,
            Tags.PIXEL_DATA,
            Tags.FLOAT_PIXEL_DATA,
            Tags.DOUBLE_FLOAT_PIXEL_DATA);

    /** What the profile has put in the place of the patient, and what it says of itself. */
    private static final Set<Tag> WRITTEN = Set.of(
            Tags.SOP_INSTANCE_UID,
            Tags.STUDY_INSTANCE_UID,
            Tags.SERIES_INSTANCE_UID,
            Tags.FRAME_OF_REFERENCE_UID,
            Tags.PATIENT_ID,
            Tags.PATIENT_NAME,
            Tags.PATIENT_IDENTITY_REMOVED,
            Tags.DEIDENTIFICATION_METHOD_CODE_SEQUENCE,
            Tags.LONGITUDINAL_TEMPORAL_INFORMATION_MODIFIED);

    private static final Pattern TRAILING = Pattern.compile("[\\^ ]+$");

    private final KeyedHash pseudonyms;
    private final Deidentifier profile;

    /** With a site's keyed hash. */
    public Deidentify(KeyedHash pseudonyms, DeidentifyConfig config) {
        this.pseudonyms = pseudonyms;
        profile = new Deidentifier(config.profile(Set.of(), Words.USUAL), new SitePseudonyms(pseudonyms));
    }

    /** The data set without the patient, or why not. */
    public Deidentification deidentify(DataSet identified, TransferSyntax syntax) {
        var result = profile.deidentify(identified, syntax);
        return result instanceof Deidentified passed
                ? new Deidentified(named(passed.dataSet()), passed.syntax())
                : result;
    }

    /** The UID that stands for a UID outside the identified path. */
    public String uid(String identified) {
        return profile.uid(identified);
    }

    /** The pseudonym of whoever drew something; empty where that is not known. */
    public String annotator(Annotator annotator) {
        return switch (annotator.kind()) {
            case PERSON -> pseudonyms.hex("annotator", person(annotator.name()));
            case PROGRAM -> pseudonyms.hex("program", annotator.name());
            case UNKNOWN -> "";
        };
    }

    /** A name in its first spelling, without regard to case and to empty parts at its end (PS3.5, 6.2.1). */
    private static String person(String name) {
        var alphabetic = name.split("=", 2)[0];
        return TRAILING.matcher(alphabetic).replaceFirst("").toUpperCase(Locale.ROOT);
    }

    private static DataSet named(DataSet anonymous) {
        var named = DataSet.builder();
        anonymous
                .elements()
                .filter(element -> KEPT.contains(element.tag()) || WRITTEN.contains(element.tag()))
                .forEach(named::put);
        Stream.of(Tags.SHARED_FUNCTIONAL_GROUPS_SEQUENCE, Tags.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE)
                .filter(anonymous::contains)
                .forEach(groups -> named.items(
                        groups,
                        anonymous.items(groups).stream()
                                .map(Deidentify::transformation)
                                .toList()));
        anonymous
                .firstItem(Tags.MODALITY_LUT_SEQUENCE)
                .ifPresent(item -> named.items(Tags.MODALITY_LUT_SEQUENCE, table(item)));
        return named.set(Tags.DEIDENTIFICATION_METHOD, "PS3.15 Annex E, then image, geometry and acquisition only")
                .build();
    }

    /** How the stored values of frames become those of the modality; what else is said of them stays behind. */
    private static DataSet transformation(DataSet groups) {
        var kept = DataSet.builder();
        groups.firstItem(Tags.PIXEL_VALUE_TRANSFORMATION_SEQUENCE)
                .ifPresent(line -> kept.items(
                        Tags.PIXEL_VALUE_TRANSFORMATION_SEQUENCE,
                        DataSet.builder()
                                .copy(line, Tags.RESCALE_SLOPE, Tags.RESCALE_INTERCEPT)
                                .build()));
        return kept.build();
    }

    /** The numbers of a table; what it says of itself is text and stays behind. */
    private static DataSet table(DataSet item) {
        return DataSet.builder().copy(item, Tags.LUT_DESCRIPTOR, Tags.LUT_DATA).build();
    }
}
