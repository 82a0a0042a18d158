package dev.auricle.inference.encode;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.UnableToReadValue;
import dev.auricle.dicom.data.Value;
import dev.auricle.dicom.dictionary.Tag;
import dev.auricle.dicom.dictionary.Tags;
import java.util.List;
import java.util.Optional;

/**
 * What the images say of the patient and the study, for the identified path only.
 *
 * @param patientId may be empty
 * @param issuer who issued it; may be empty
 * @param accession Accession Number; may be empty
 * @param sopClass of the images
 * @param studyDate as FHIR writes a day; the time of day is left out, because DICOM rarely says in which time zone it is
 * @param instances SOP instance UIDs of the images, in the order of the slices
 */
record Subject(
        String patientId,
        String issuer,
        String accession,
        String modality,
        String sopClass,
        Optional<String> studyDate,
        List<String> instances) {

    static Subject of(List<DataSet> images) {
        var image = images.get(0);
        return new Subject(
                text(image, Tags.PATIENT_ID),
                text(image, Tags.ISSUER_OF_PATIENT_ID),
                text(image, Tags.ACCESSION_NUMBER),
                text(image, Tags.MODALITY),
                text(image, Tags.SOP_CLASS_UID),
                studyDate(image),
                images.stream()
                        .map(each -> text(each, Tags.SOP_INSTANCE_UID))
                        .distinct()
                        .toList());
    }

    private static Optional<String> studyDate(DataSet image) {
        try {
            return image.find(Tags.STUDY_DATE).map(Value::date).map(Object::toString);
        } catch (UnableToReadValue malformed) {
            return Optional.empty();
        }
    }

    private static String text(DataSet image, Tag tag) {
        return image.find(tag).map(Value::string).orElse("");
    }
}
