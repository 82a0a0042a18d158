package dev.auricle.inference.encode;

import dev.auricle.dicom.dictionary.SopClass;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.ImagingStudy;
import org.hl7.fhir.r4.model.ImagingStudy.ImagingStudySeriesComponent;
import org.hl7.fhir.r4.model.ImagingStudy.ImagingStudyStatus;
import org.hl7.fhir.r4.model.Reference;

/** The study as FHIR lists it. Several series of one study may be segmented: each adds its own to what is there. */
final class ImagingStudies {
    private static final String URI = "urn:ietf:rfc:3986";

    private final ResultIdentity identity;
    private final Subject subject;

    ImagingStudies(ResultIdentity identity, Subject subject) {
        this.identity = identity;
        this.subject = subject;
    }

    /** The study with the source series and the SEG in it, and with whatever else it had. */
    ImagingStudy with(Optional<ImagingStudy> existing, Reference patient, List<Reference> basedOn) {
        var study = existing.map(ImagingStudy::copy).orElseGet(ImagingStudy::new);
        study.setId(identity.imagingStudyId());
        study.getMeta().setSecurity(List.of(FhirCodes.assertedByAi()));
        study.setIdentifier(List.of(FhirCodes.uid(identity.study())));
        study.setStatus(ImagingStudyStatus.AVAILABLE);
        study.setSubject(patient);
        study.setBasedOn(basedOn);
        subject.studyDate().ifPresent(date -> study.setStartedElement(new DateTimeType(date)));
        put(study, series(identity.series(), subject.modality(), subject.sopClass(), subject.instances()));
        put(study, series(identity.segSeriesUid(), "SEG", SopClass.SEGMENTATION.uid(), List.of(identity.segUid())));
        study.setModality(study.getSeries().stream()
                .map(series -> series.getModality().getCode())
                .distinct()
                .map(ImagingStudies::modality)
                .toList());
        study.setNumberOfSeries(study.getSeries().size());
        study.setNumberOfInstances(study.getSeries().stream()
                .mapToInt(ImagingStudySeriesComponent::getNumberOfInstances)
                .sum());
        return study;
    }

    private static void put(ImagingStudy study, ImagingStudySeriesComponent series) {
        study.getSeries().removeIf(other -> other.getUid().equals(series.getUid()));
        study.addSeries(series);
    }

    private static ImagingStudySeriesComponent series(
            String uid, String modality, String sopClass, List<String> instances) {
        var series = new ImagingStudySeriesComponent();
        series.setUid(uid).setModality(modality(modality)).setNumberOfInstances(instances.size());
        instances.forEach(instance -> series.addInstance()
                .setUid(instance)
                .setSopClass(new Coding().setSystem(URI).setCode("urn:oid:" + sopClass)));
        return series;
    }

    private static Coding modality(String code) {
        return new Coding().setSystem(FhirCodes.DICOM).setCode(code);
    }
}
