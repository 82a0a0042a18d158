package dev.auricle.inference.encode;

import dev.auricle.schemas.record.Concept;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Identifier;

/** Code systems and identifier systems, by the URIs that FHIR gives them. */
final class FhirCodes {
    static final String SNOMED = "http://snomed.info/sct";
    static final String LOINC = "http://loinc.org";
    static final String DICOM = "http://dicom.nema.org/resources/ontology/DCM";
    static final String UCUM = "http://unitsofmeasure.org";

    private static final String OBSERVATION_VALUE = "http://terminology.hl7.org/CodeSystem/v3-ObservationValue";

    private FhirCodes() {}

    /** What an AI asserted says so (v3-ObservationValue, AIAST). */
    static Coding assertedByAi() {
        return new Coding(OBSERVATION_VALUE, "AIAST", "Artificial Intelligence asserted");
    }

    static CodeableConcept concept(String system, String code, String display) {
        return new CodeableConcept()
                .addCoding(new Coding(system, code, display))
                .setText(display);
    }

    static CodeableConcept concept(Concept code) {
        return concept(system(code.getScheme()), code.getValue(), code.getMeaning());
    }

    /** A DICOM UID as an identifier. */
    static Identifier uid(String uid) {
        return new Identifier().setSystem("urn:dicom:uid").setValue("urn:oid:" + uid);
    }

    private static String system(String scheme) {
        return switch (scheme) {
            case "SCT" -> SNOMED;
            case "LN" -> LOINC;
            case "DCM" -> DICOM;
            default -> "urn:auricle:coding-scheme:" + scheme;
        };
    }
}
