package dev.auricle.inference.encode;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.schemas.identity.NameUuid;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.ImagingStudy;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Provenance.ProvenanceEntityRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestIntent;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;

/**
 * A segmentation as one FHIR R4 transaction: ImagingStudy, an Observation a class, DiagnosticReport, Device, Provenance,
 * each put under a computed id; Patient and ServiceRequest are only created where the server has none of that identifier.
 */
public final class EncodeFhir {
    private final Result result;
    private final Subject subject;

    /**
     * Encodes one result.
     *
     * @param images headers of the images, in the order of the slices
     */
    public EncodeFhir(Result result, List<DataSet> images) {
        this.result = result;
        subject = Subject.of(images);
    }

    /**
     * The transaction.
     *
     * @param existing the study as the server has it; it is changed only if it is still that version
     */
    public Bundle transaction(Optional<ImagingStudy> existing) {
        var bundle = new Bundle();
        bundle.setType(BundleType.TRANSACTION);
        var patient = createPatient(bundle);
        var order = createOrder(bundle, patient);
        var study = new ImagingStudies(result.identity(), subject).with(existing, patient, order);
        var findings = new Findings(result, subject, patient);
        var targets = new ArrayList<Reference>();
        targets.add(put(bundle, study, existing.map(EncodeFhir::versionTag)));
        findings.volumes().forEach(volume -> targets.add(put(bundle, volume, Optional.empty())));
        targets.add(put(bundle, findings.report(), Optional.empty()));
        targets.add(put(bundle, findings.device(), Optional.empty()));
        put(bundle, provenance(targets), Optional.empty());
        return bundle;
    }

    private Reference createPatient(Bundle bundle) {
        var patient = new Patient();
        patient.addIdentifier(patientIdentifier());
        return create(bundle, patient, patientIdentifier());
    }

    /** A patient without an identifier is one for each study. */
    private Identifier patientIdentifier() {
        var site = "urn:auricle:site:" + result.identity().site();
        if (subject.patientId().isBlank()) {
            return FhirCodes.uid(result.identity().study());
        }
        var system = subject.issuer().isBlank() ? site + ":patient-id" : site + ":patient-id:" + subject.issuer();
        return new Identifier().setSystem(system.replace(' ', '_')).setValue(subject.patientId());
    }

    private List<Reference> createOrder(Bundle bundle, Reference patient) {
        if (subject.accession().isBlank()) {
            return List.of();
        }
        var accession = new Identifier()
                .setSystem("urn:auricle:site:" + result.identity().site() + ":accession")
                .setValue(subject.accession());
        accession.setType(FhirCodes.concept("http://terminology.hl7.org/CodeSystem/v2-0203", "ACSN", "Accession ID"));
        var order = new ServiceRequest();
        order.addIdentifier(accession)
                .setStatus(ServiceRequestStatus.UNKNOWN)
                .setIntent(ServiceRequestIntent.ORDER)
                .setSubject(patient);
        return List.of(create(bundle, order, accession));
    }

    private Provenance provenance(List<Reference> targets) {
        var provenance = new Provenance();
        provenance.setId(result.identity().fhirId("provenance"));
        provenance.getMeta().addSecurity(FhirCodes.assertedByAi());
        provenance.setTarget(targets).setRecordedElement(new InstantType(result.segmentedAt()));
        provenance
                .addAgent()
                .setType(FhirCodes.concept(
                        "http://terminology.hl7.org/CodeSystem/provenance-participant-type", "assembler", "Assembler"))
                .setWho(new Reference("Device/" + result.identity().deviceId()));
        provenance
                .addEntity()
                .setRole(ProvenanceEntityRole.SOURCE)
                .setWhat(new Reference()
                        .setIdentifier(FhirCodes.uid(result.identity().series())));
        provenance
                .addEntity()
                .setRole(ProvenanceEntityRole.SOURCE)
                .setWhat(new Reference()
                        .setIdentifier(new Identifier()
                                .setSystem("urn:auricle:model:sha256")
                                .setValue(HexFormat.of()
                                        .formatHex(
                                                result.head().getModelSha256().toByteArray())))
                        .setDisplay("Model " + result.identity().modelVersion()));
        return provenance;
    }

    /** Creates a resource where none has that identifier; everything refers to it by a name within the transaction. */
    private Reference create(Bundle bundle, Resource resource, Identifier identifier) {
        var name = "urn:uuid:" + NameUuid.of(resource.fhirType(), identifier.getSystem(), identifier.getValue());
        bundle.addEntry()
                .setFullUrl(name)
                .setResource(resource)
                .getRequest()
                .setMethod(HTTPVerb.POST)
                .setUrl(resource.fhirType())
                .setIfNoneExist("identifier=" + QueryText.token(identifier.getSystem(), identifier.getValue()));
        return new Reference(name);
    }

    private static Reference put(Bundle bundle, Resource resource, Optional<String> ifMatch) {
        var url = resource.fhirType() + "/" + resource.getIdPart();
        var request = bundle.addEntry().setFullUrl(url).setResource(resource).getRequest();
        request.setMethod(HTTPVerb.PUT).setUrl(url);
        ifMatch.ifPresent(request::setIfMatch);
        return new Reference(url);
    }

    private static String versionTag(ImagingStudy study) {
        return "W/\"" + study.getMeta().getVersionId() + "\"";
    }
}
