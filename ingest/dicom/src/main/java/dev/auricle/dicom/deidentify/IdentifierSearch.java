package dev.auricle.dicom.deidentify;

import dev.auricle.dicom.data.Bytes;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.Element;
import dev.auricle.dicom.data.SequenceElement;
import dev.auricle.dicom.data.ValueElement;
import dev.auricle.dicom.dictionary.Dictionary;
import dev.auricle.dicom.dictionary.Tag;
import dev.auricle.dicom.dictionary.Vr;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Gathers the names and identifiers of an object: every name of a person, and the attributes that identify. */
final class IdentifierSearch {
    private static final Pattern NO_NAME = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int SHORTEST_NAME = 3;
    private static final int SHORTEST_NUMBER = 4;

    private static final Set<Tag> ALWAYS = tags(
            "AccessionNumber",
            "PatientID",
            "OtherPatientIDs",
            "PatientBirthDate",
            "PatientAddress",
            "PatientTelephoneNumbers",
            "InsurancePlanIdentification",
            "MedicalRecordLocator",
            "AdmissionID",
            "PlacerOrderNumberImagingServiceRequest",
            "FillerOrderNumberImagingServiceRequest");
    private static final Set<Tag> PLACES = tags("InstitutionName", "InstitutionAddress");
    private static final Set<Tag> UIDS =
            tags("SOPInstanceUID", "StudyInstanceUID", "SeriesInstanceUID", "FrameOfReferenceUID");

    private final Profile profile;
    private final Set<String> texts = new HashSet<>();
    private final List<Bytes> unreadable = new ArrayList<>();

    IdentifierSearch(Profile profile) {
        this.profile = profile;
    }

    /** As they are written. */
    Set<String> texts() {
        return Set.copyOf(texts);
    }

    /** Names in character sets that are not known. */
    Stream<Bytes> unreadable() {
        return unreadable.stream();
    }

    void through(DataSet dataSet) {
        dataSet.elements().forEach(element -> look(element, dataSet));
    }

    private void look(Element element, DataSet in) {
        if (element instanceof SequenceElement) {
            in.items(element.tag()).forEach(this::through);
        } else if (element instanceof ValueElement value && !value.isEmpty()) {
            look(value, in);
        }
    }

    private void look(ValueElement element, DataSet in) {
        if (Representations.understood(element) == Vr.PN) {
            Text.of(in, element.tag())
                    .ifPresentOrElse(names -> names.forEach(this::addName), () -> unreadable.add(element.value()));
        } else if (identifies(element.tag())) {
            Text.of(in, element.tag())
                    .ifPresentOrElse(values -> values.forEach(this::add), () -> unreadable.add(element.value()));
        }
    }

    private boolean identifies(Tag tag) {
        return ALWAYS.contains(tag)
                || (PLACES.contains(tag) && !profile.has(ProfileOption.RETAIN_INSTITUTION_IDENTITY))
                || (UIDS.contains(tag) && !profile.has(ProfileOption.RETAIN_UIDS));
    }

    private void addName(String name) {
        add(name);
        NO_NAME.splitAsStream(name).filter(IdentifierSearch::mayBeAName).forEach(texts::add);
    }

    /** One ideograph is a name, two letters are an accident. */
    private static boolean mayBeAName(String part) {
        return part.codePoints().anyMatch(Character::isIdeographic)
                || (part.length() >= SHORTEST_NAME && !part.chars().allMatch(Character::isDigit));
    }

    private void add(String value) {
        if (value.strip().length() >= SHORTEST_NUMBER) {
            texts.add(value.strip());
        }
    }

    private static Set<Tag> tags(String... keywords) {
        return Arrays.stream(keywords)
                .map(keyword -> Dictionary.standard().tag(keyword).orElseThrow())
                .collect(Collectors.toUnmodifiableSet());
    }
}
