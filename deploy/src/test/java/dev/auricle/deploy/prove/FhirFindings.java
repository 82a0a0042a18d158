package dev.auricle.deploy.prove;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.rest.api.CacheControlDirective;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.api.ServerValidationModeEnum;
import ca.uhn.fhir.rest.gclient.ICriterion;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import java.net.URI;
import java.util.List;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.ImagingStudy;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;

/** What a FHIR server has of a patient, and what HAPI's validator says of it. */
final class FhirFindings {
    private static final String NEWER_CODE =
            "Unknown code 'http://terminology.hl7.org/CodeSystem/v3-ObservationValue#AIAST'";

    private final IGenericClient client;
    private final FhirValidator validator;

    FhirFindings(URI base) {
        var context = FhirContext.forR4();
        context.getRestfulClientFactory().setServerValidationMode(ServerValidationModeEnum.NEVER);
        client = context.newRestfulGenericClient(base.toString());
        var support = new ValidationSupportChain(
                new DefaultProfileValidationSupport(context),
                new CommonCodeSystemsTerminologyService(context),
                new InMemoryTerminologyServerValidationSupport(context));
        validator = context.newValidator().registerValidatorModule(new FhirInstanceValidator(support));
    }

    List<Patient> patients(String identifier) {
        return search(Patient.class, Patient.IDENTIFIER.exactly().code(identifier));
    }

    List<ImagingStudy> imagingStudies(String studyUid) {
        return search(
                ImagingStudy.class,
                ImagingStudy.IDENTIFIER.exactly().systemAndIdentifier("urn:dicom:uid", "urn:oid:" + studyUid));
    }

    List<DiagnosticReport> reports(Patient subject) {
        return search(DiagnosticReport.class, DiagnosticReport.SUBJECT.hasId(subject.getIdPart()));
    }

    List<Observation> observations(Patient subject) {
        return search(Observation.class, Observation.SUBJECT.hasId(subject.getIdPart()));
    }

    /**
     * Everything that the validator calls an error, but for one: the code system as R4 was published with it is older than
     * the code for what an AI asserts.
     */
    List<String> errors(Resource resource) {
        return validator.validateWithResult(resource).getMessages().stream()
                .filter(message -> !message.getMessage().equals(NEWER_CODE))
                .filter(message -> message.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
                .map(message -> resource.fhirType() + " " + message.getLocationString() + ": " + message.getMessage())
                .toList();
    }

    private <R extends Resource> List<R> search(Class<R> type, ICriterion<?> criterion) {
        return client
                .search()
                .forResource(type)
                .where(criterion)
                // The server would answer the same question with the same list for a minute.
                .cacheControl(new CacheControlDirective().setNoCache(true))
                .returnBundle(Bundle.class)
                .execute()
                .getEntry()
                .stream()
                .map(entry -> type.cast(entry.getResource()))
                .toList();
    }
}
