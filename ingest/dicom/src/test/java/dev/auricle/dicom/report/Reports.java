package dev.auricle.dicom.report;

import dev.auricle.dicom.annotation.Code;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.DataSetBuilder;
import dev.auricle.dicom.dictionary.SopClass;
import dev.auricle.dicom.dictionary.Tags;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Imaging measurement reports (PS3.16, TID 1500) about images of nobody. */
public final class Reports {
    static final Code ATRIUM = new Code("82471001", "SCT", "Left atrium");
    private static final Code LESION = new Code("52988006", "SCT", "Lesion");
    private static final Code NUMBER = new Code("246205007", "SCT", "Quantity");

    private Reports() {}

    /** A report on a study with the groups as its measurements, and references to the instances it is about. */
    public static DataSet report(SopClass sopClass, List<DataSet> groups, DataSet... evidence) {
        var measurements = container("CONTAINS", dcm("126010", "Imaging Measurements"))
                .items(Tags.CONTENT_SEQUENCE, groups)
                .build();
        return header(sopClass)
                .items(
                        Tags.CURRENT_REQUESTED_PROCEDURE_EVIDENCE_SEQUENCE,
                        DataSet.builder()
                                .items(
                                        Tags.REFERENCED_SERIES_SEQUENCE,
                                        DataSet.builder()
                                                .items(Tags.REFERENCED_SOP_SEQUENCE, evidence)
                                                .set(Tags.SERIES_INSTANCE_UID, "1.2.3.4")
                                                .build())
                                .set(Tags.STUDY_INSTANCE_UID, "1.2.3")
                                .build())
                .items(
                        Tags.CONTENT_SEQUENCE,
                        code(
                                "HAS CONCEPT MOD",
                                dcm("121049", "Language of Content Item and Descendants"),
                                new Code("en-US", "RFC5646", "English (United States)")),
                        code("HAS OBS CONTEXT", dcm("121005", "Observer Type"), dcm("121006", "Person")),
                        item("HAS OBS CONTEXT", "PNAME", Concepts.PERSON_OBSERVER_NAME)
                                .set(Tags.PERSON_NAME, "Doe^Jane")
                                .build(),
                        code(
                                "HAS CONCEPT MOD",
                                dcm("121058", "Procedure reported"),
                                new Code("25045-6", "LN", "CT unspecified body region")),
                        container("CONTAINS", dcm("111028", "Image Library")).build(),
                        measurements)
                .build();
    }

    private static DataSetBuilder header(SopClass sopClass) {
        return container("", dcm("126000", "Imaging Measurement Report"))
                .items(Tags.CONTENT_TEMPLATE_SEQUENCE, template("1500"))
                .set(Tags.SOP_CLASS_UID, sopClass.uid())
                .set(Tags.SOP_INSTANCE_UID, "1.2.3.6.1")
                .set(Tags.STUDY_INSTANCE_UID, "1.2.3")
                .set(Tags.SERIES_INSTANCE_UID, "1.2.3.6")
                .set(Tags.STUDY_ID, "7")
                .set(Tags.STUDY_DATE, "20260102")
                .set(Tags.STUDY_TIME, "101112")
                .set(Tags.CONTENT_DATE, "20260102")
                .set(Tags.CONTENT_TIME, "101112")
                .set(Tags.MODALITY, "SR")
                .set(Tags.MANUFACTURER, "Auricle")
                .set(Tags.MANUFACTURER_MODEL_NAME, "Test")
                .set(Tags.DEVICE_SERIAL_NUMBER, "1")
                .set(Tags.SOFTWARE_VERSIONS, "1")
                .set(Tags.SERIES_NUMBER, 6)
                .set(Tags.INSTANCE_NUMBER, 1)
                .set(Tags.COMPLETION_FLAG, "COMPLETE")
                .set(Tags.VERIFICATION_FLAG, "UNVERIFIED")
                .set(Tags.PATIENT_NAME, "Phantom")
                .set(Tags.PATIENT_ID, "P7")
                .set(Tags.PATIENT_BIRTH_DATE, "19500101")
                .set(Tags.PATIENT_SEX, "O")
                .empty(Tags.ACCESSION_NUMBER)
                .empty(Tags.REFERRING_PHYSICIAN_NAME)
                .empty(Tags.PERFORMED_PROCEDURE_CODE_SEQUENCE)
                .empty(Tags.REFERENCED_PERFORMED_PROCEDURE_STEP_SEQUENCE);
    }

    /** A group of TID 1410 or 1411 with a finding, its place, and whatever else. */
    public static DataSet group(String template, Code finding, DataSet... more) {
        var items = new ArrayList<>(List.of(
                item("HAS OBS CONTEXT", "TEXT", Concepts.TRACKING_IDENTIFIER)
                        .set(Tags.TEXT_VALUE, "tracked " + finding.meaning())
                        .build(),
                item("HAS OBS CONTEXT", "UIDREF", dcm("112040", "Tracking Unique Identifier"))
                        .set(Tags.UID, "2.25.77")
                        .build(),
                code("CONTAINS", Concepts.FINDING, finding),
                code("HAS CONCEPT MOD", Concepts.FINDING_SITE, new Code("80891009", "SCT", "Heart"))));
        items.addAll(Arrays.asList(more));
        return container("CONTAINS", Concepts.MEASUREMENT_GROUP)
                .items(Tags.CONTENT_TEMPLATE_SEQUENCE, template(template))
                .items(Tags.CONTENT_SEQUENCE, items)
                .build();
    }

    /** A group without a finding. */
    static DataSet groupAt(Code site, DataSet... more) {
        var items = new ArrayList<>(List.of(code("HAS CONCEPT MOD", Concepts.FINDING_SITE, site)));
        items.addAll(Arrays.asList(more));
        return container("CONTAINS", Concepts.MEASUREMENT_GROUP)
                .items(Tags.CONTENT_SEQUENCE, items)
                .build();
    }

    /** An SCOORD that is the region of an image. */
    public static DataSet region(String type, DataSet image, double... columnsAndRows) {
        return onImage(Concepts.IMAGE_REGION, "CONTAINS", type, image, columnsAndRows);
    }

    static DataSet onImage(Code concept, String relationship, String type, DataSet image, double... points) {
        return item(relationship, "SCOORD", concept)
                .set(Tags.GRAPHIC_TYPE, type)
                .set(Tags.GRAPHIC_DATA, points)
                .items(
                        Tags.CONTENT_SEQUENCE,
                        item("SELECTED FROM", "IMAGE", dcm("111040", "Original Source"))
                                .items(Tags.REFERENCED_SOP_SEQUENCE, image)
                                .build())
                .build();
    }

    /** An SCOORD3D of the concept. */
    public static DataSet inPatient(Code concept, String type, String frameOfReference, double... points) {
        return item("CONTAINS", "SCOORD3D", concept)
                .set(Tags.GRAPHIC_TYPE, type)
                .set(Tags.GRAPHIC_DATA, points)
                .set(Tags.REFERENCED_FRAME_OF_REFERENCE_UID, frameOfReference)
                .build();
    }

    static DataSet segment(String uid, int number) {
        return item("CONTAINS", "IMAGE", dcm("121191", "Referenced Segment"))
                .items(
                        Tags.REFERENCED_SOP_SEQUENCE,
                        reference(SopClass.SEGMENTATION, uid).toBuilder()
                                .set(Tags.REFERENCED_SEGMENT_NUMBER, number)
                                .build())
                .build();
    }

    /** A measurement that was taken along coordinates. */
    static DataSet measured(DataSet coordinates) {
        return item("CONTAINS", "NUM", NUMBER)
                .items(
                        Tags.MEASURED_VALUE_SEQUENCE,
                        DataSet.builder()
                                .set(Tags.NUMERIC_VALUE, 7)
                                .items(
                                        Tags.MEASUREMENT_UNITS_CODE_SEQUENCE,
                                        coded(new Code("mm", "UCUM", "millimeter")))
                                .build())
                .items(Tags.CONTENT_SEQUENCE, coordinates)
                .build();
    }

    /** Coordinates below a coded finding that is in no group. */
    static DataSet loose(DataSet coordinates) {
        return code("CONTAINS", Concepts.FINDING, LESION).toBuilder()
                .items(Tags.CONTENT_SEQUENCE, coordinates)
                .build();
    }

    static DataSet text(String relationship, Code concept, String text) {
        return item(relationship, "TEXT", concept).set(Tags.TEXT_VALUE, text).build();
    }

    /** A reference to an instance. */
    public static DataSet reference(SopClass sopClass, String uid) {
        return DataSet.builder()
                .set(Tags.REFERENCED_SOP_CLASS_UID, sopClass.uid())
                .set(Tags.REFERENCED_SOP_INSTANCE_UID, uid)
                .build();
    }

    private static DataSet code(String relationship, Code concept, Code value) {
        return item(relationship, "CODE", concept)
                .items(Tags.CONCEPT_CODE_SEQUENCE, coded(value))
                .build();
    }

    private static DataSetBuilder container(String relationship, Code concept) {
        return item(relationship, "CONTAINER", concept).set(Tags.CONTINUITY_OF_CONTENT, "SEPARATE");
    }

    private static DataSetBuilder item(String relationship, String type, Code concept) {
        var item = DataSet.builder().set(Tags.VALUE_TYPE, type).items(Tags.CONCEPT_NAME_CODE_SEQUENCE, coded(concept));
        return relationship.isEmpty() ? item : item.set(Tags.RELATIONSHIP_TYPE, relationship);
    }

    private static DataSet template(String identifier) {
        return DataSet.builder()
                .set(Tags.MAPPING_RESOURCE, "DCMR")
                .set(Tags.TEMPLATE_IDENTIFIER, identifier)
                .build();
    }

    private static DataSet coded(Code code) {
        return DataSet.builder()
                .set(Tags.CODE_VALUE, code.value())
                .set(Tags.CODING_SCHEME_DESIGNATOR, code.scheme())
                .set(Tags.CODE_MEANING, code.meaning())
                .build();
    }

    public static Code dcm(String value, String meaning) {
        return new Code(value, "DCM", meaning);
    }
}
