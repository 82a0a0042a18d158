package dev.auricle.inference.encode;

import dev.auricle.schemas.record.SegmentVolume;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Device;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.DiagnosticReport.DiagnosticReportStatus;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;

/** What was found: a volume for each class, and the report that holds them. Preliminary, because nobody has read it. */
final class Findings {
    private static final int DECIMALS = 2;

    private final Result result;
    private final Subject subject;
    private final Reference patient;

    Findings(Result result, Subject subject, Reference patient) {
        this.result = result;
        this.subject = subject;
        this.patient = patient;
    }

    /** The model as the device that measured. */
    Device device() {
        var device = new Device();
        device.setId(result.identity().deviceId());
        device.getMeta().addSecurity(FhirCodes.assertedByAi());
        device.setManufacturer("Auricle")
                .setModelNumber(result.head().getFederation())
                .setType(FhirCodes.concept(FhirCodes.SNOMED, "706689003", "Application program software")
                        .setText("Artificial intelligence segmentation model"));
        device.addIdentifier()
                .setSystem("urn:auricle:model")
                .setValue(result.identity().modelVersion());
        device.addVersion().setValue(result.identity().modelVersion());
        return device;
    }

    /** One a class, in the order of the plan. */
    List<Observation> volumes() {
        return result.head().getVolumesList().stream().map(this::volume).toList();
    }

    /** The report. */
    DiagnosticReport report() {
        var report = new DiagnosticReport();
        report.setId(result.identity().fhirId("report"));
        report.getMeta().addSecurity(FhirCodes.assertedByAi());
        report.setStatus(DiagnosticReportStatus.PRELIMINARY)
                .setCode(FhirCodes.concept(FhirCodes.LOINC, "18748-4", "Diagnostic imaging study"))
                .setSubject(patient)
                .setIssuedElement(issued())
                .addImagingStudy(imagingStudy());
        report.addCategory(FhirCodes.concept("http://terminology.hl7.org/CodeSystem/v2-0074", "RAD", "Radiology"));
        subject.studyDate().ifPresent(date -> report.setEffective(new DateTimeType(date)));
        volumes().forEach(volume -> report.addResult(new Reference("Observation/" + volume.getIdPart())));
        report.setConclusion(String.join(
                        "; ",
                        result.head().getVolumesList().stream()
                                .map(Findings::sentence)
                                .toList())
                + " (" + result.whose() + ")");
        report.addPresentedForm(page());
        return report;
    }

    private Observation volume(SegmentVolume volume) {
        var observation = new Observation();
        observation.setId(result.identity().fhirId("volume/" + volume.getClassNumber()));
        observation.getMeta().addSecurity(FhirCodes.assertedByAi());
        observation
                .setStatus(ObservationStatus.PRELIMINARY)
                .setCode(FhirCodes.concept(FhirCodes.SNOMED, "118565006", "Volume"))
                .setSubject(patient)
                .setIssuedElement(issued())
                .setValue(millilitres(volume))
                .setBodySite(FhirCodes.concept(volume.getType()))
                .setMethod(FhirCodes.concept(FhirCodes.DICOM, "113076", "Segmentation"))
                .setDevice(new Reference("Device/" + result.identity().deviceId()))
                .addDerivedFrom(imagingStudy());
        observation.addCategory(
                FhirCodes.concept("http://terminology.hl7.org/CodeSystem/observation-category", "imaging", "Imaging"));
        subject.studyDate().ifPresent(date -> observation.setEffective(new DateTimeType(date)));
        observation
                .addComponent()
                .setCode(FhirCodes.concept(FhirCodes.DICOM, "112002", "Series Instance UID"))
                .setValue(new StringType(result.identity().series()));
        return observation;
    }

    private static Quantity millilitres(SegmentVolume volume) {
        return new Quantity()
                .setValue(BigDecimal.valueOf(volume.getMillilitres()).setScale(DECIMALS, RoundingMode.HALF_UP))
                .setUnit("mL")
                .setSystem(FhirCodes.UCUM)
                .setCode("mL");
    }

    private Attachment page() {
        var page = ReportPage.of(result);
        return new Attachment()
                .setContentType("text/html")
                .setTitle("AI segmentation")
                .setData(page)
                .setSize(page.length)
                .setHash(ReportPage.sha1(page))
                .setCreationElement(new DateTimeType(result.segmentedAt()));
    }

    private static String sentence(SegmentVolume volume) {
        return volume.getClassName() + " " + millilitres(volume).getValue() + " mL";
    }

    private Reference imagingStudy() {
        return new Reference("ImagingStudy/" + result.identity().imagingStudyId());
    }

    private InstantType issued() {
        return new InstantType(result.segmentedAt());
    }
}
