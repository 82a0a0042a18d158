package dev.auricle.ingest.deidentify;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.Element;
import dev.auricle.dicom.data.Value;
import dev.auricle.dicom.dictionary.Tag;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.Uids;
import dev.auricle.schemas.identity.KeyedHash;
import java.util.Set;

/**
 * Takes the patient out of a data set.
 *
 * <p>Nothing passes but what is named here: the image itself, where it lies, and how it was made. Private attributes,
 * sequences, descriptions, dates, names of people and places have no way through, because nobody has to remember to
 * remove them. UIDs are mapped by the keyed hash of the site's secret, so that the same study gets the same UID every
 * time and nobody without the secret can find out which; the patient's identifier likewise. The Basic Profile with its
 * options (PS3.15, annex E) keeps more; this keeps what training uses.
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
            Tags.PIXEL_DATA,
            Tags.FLOAT_PIXEL_DATA,
            Tags.DOUBLE_FLOAT_PIXEL_DATA);

    private static final Set<Tag> MAPPED = Set.of(
            Tags.SOP_INSTANCE_UID, Tags.STUDY_INSTANCE_UID, Tags.SERIES_INSTANCE_UID, Tags.FRAME_OF_REFERENCE_UID);

    private final KeyedHash pseudonyms;

    /** With a site's keyed hash. */
    public Deidentify(KeyedHash pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    /** The data set without the patient. */
    public DataSet deidentify(DataSet identified) {
        var anonymous = DataSet.builder();
        identified.elements().filter(this::passes).forEach(anonymous::put);
        for (var tag : MAPPED) {
            identified.find(tag).map(Value::string).ifPresent(uid -> anonymous.set(tag, uid(uid)));
        }
        // That there is a table matters to whoever decodes; what it says of itself is text and stays behind.
        if (identified.contains(Tags.MODALITY_LUT_SEQUENCE)) {
            anonymous.items(Tags.MODALITY_LUT_SEQUENCE, DataSet.EMPTY);
        }
        var subject = subject(identified);
        return anonymous
                .set(Tags.PATIENT_ID, subject)
                .set(Tags.PATIENT_NAME, subject)
                .set(Tags.PATIENT_IDENTITY_REMOVED, "YES")
                .set(Tags.DEIDENTIFICATION_METHOD, "Auricle: image, geometry and acquisition only")
                .build();
    }

    /** The UID that stands for a UID outside the identified path. */
    public String uid(String identified) {
        return Uids.fromUuid(pseudonyms.uuid("uid", identified));
    }

    /** The pseudonym of a patient; one whose identifier is empty is known by the study. */
    private String subject(DataSet identified) {
        return identified
                .find(Tags.PATIENT_ID)
                .map(Value::string)
                .filter(id -> !id.isBlank())
                .map(id -> pseudonyms.hex("patient", id))
                .orElseGet(() -> pseudonyms.hex(
                        "study", identified.require(Tags.STUDY_INSTANCE_UID).string()));
    }

    private boolean passes(Element element) {
        return KEPT.contains(element.tag());
    }
}
