package dev.auricle.ingest;

import dev.auricle.dicom.annotation.Code;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.DataSetBuilder;
import dev.auricle.dicom.dictionary.SopClass;
import dev.auricle.dicom.dictionary.Tags;
import java.util.stream.Stream;

/** Reports and presentation states that outline something in a {@link TestStudy}. */
public record TestOutlines(TestStudy study, String series) {
    /** What the plan of our tests has as its class. */
    public static final Code ATRIUM = new Code("82471001", "SCT", "Left atrium");

    /** A Comprehensive 3D SR by a person, with measurement groups. */
    public DataSet report(DataSet... groups) {
        var observer = item("PNAME", new Code("121008", "DCM", "Person Observer Name"))
                .set(Tags.PERSON_NAME, "Doe^Jane")
                .build();
        return object(SopClass.COMPREHENSIVE_3D_SR, "SR")
                .set(Tags.VALUE_TYPE, "CONTAINER")
                .items(
                        Tags.CONTENT_SEQUENCE,
                        Stream.concat(Stream.of(observer), Stream.of(groups)).toList())
                .build();
    }

    /** A measurement group of a finding. */
    public static DataSet group(Code finding, DataSet... items) {
        var found = item("CODE", new Code("121071", "DCM", "Finding"))
                .items(Tags.CONCEPT_CODE_SEQUENCE, coded(finding))
                .build();
        return item("CONTAINER", new Code("125007", "DCM", "Measurement Group"))
                .items(
                        Tags.CONTENT_SEQUENCE,
                        Stream.concat(Stream.of(found), Stream.of(items)).toList())
                .build();
    }

    /** A region of the image of a slice. */
    public DataSet region(int slice, String type, double... columnsAndRows) {
        return region(reference(slice), type, columnsAndRows);
    }

    /** A region of the slice's frame of {@link TestStudy#enhanced}. */
    public DataSet regionOfFrame(int slice, String type, double... columnsAndRows) {
        var frame = reference(0).toBuilder()
                .set(Tags.REFERENCED_FRAME_NUMBER, TestStudy.SLICES - slice)
                .build();
        return region(frame, type, columnsAndRows);
    }

    private static DataSet region(DataSet reference, String type, double... columnsAndRows) {
        return item("SCOORD", new Code("111030", "DCM", "Image Region"))
                .set(Tags.GRAPHIC_TYPE, type)
                .set(Tags.GRAPHIC_DATA, columnsAndRows)
                .items(
                        Tags.CONTENT_SEQUENCE,
                        DataSet.builder()
                                .set(Tags.VALUE_TYPE, "IMAGE")
                                .items(Tags.REFERENCED_SOP_SEQUENCE, reference)
                                .build())
                .build();
    }

    /** A reference to a segment of another object. */
    public static DataSet segment(String uid, int number) {
        return DataSet.builder()
                .set(Tags.VALUE_TYPE, "IMAGE")
                .items(
                        Tags.REFERENCED_SOP_SEQUENCE,
                        DataSet.builder()
                                .set(Tags.REFERENCED_SOP_INSTANCE_UID, uid)
                                .set(Tags.REFERENCED_SEGMENT_NUMBER, number)
                                .build())
                .build();
    }

    /** A presentation state with one graphic on the image of a slice, and a text beside it. */
    public DataSet state(int slice, String text, String type, double... columnsAndRows) {
        var graphic = DataSet.builder()
                .set(Tags.GRAPHIC_ANNOTATION_UNITS, "PIXEL")
                .set(Tags.GRAPHIC_DATA, columnsAndRows)
                .set(Tags.GRAPHIC_TYPE, type)
                .build();
        return object(SopClass.GRAYSCALE_SOFTCOPY_PRESENTATION_STATE, "PR")
                .set(Tags.CONTENT_CREATOR_NAME, "Doe^Jane")
                .items(
                        Tags.GRAPHIC_ANNOTATION_SEQUENCE,
                        DataSet.builder()
                                .items(Tags.REFERENCED_IMAGE_SEQUENCE, reference(slice))
                                .set(Tags.GRAPHIC_LAYER, "LAYER")
                                .items(
                                        Tags.TEXT_OBJECT_SEQUENCE,
                                        DataSet.builder()
                                                .set(Tags.UNFORMATTED_TEXT_VALUE, text)
                                                .build())
                                .items(Tags.GRAPHIC_OBJECT_SEQUENCE, graphic)
                                .build())
                .build();
    }

    private DataSetBuilder object(SopClass sopClass, String modality) {
        return DataSet.builder()
                .set(Tags.SOP_CLASS_UID, sopClass.uid())
                .set(Tags.SOP_INSTANCE_UID, series + ".1")
                .set(Tags.MODALITY, modality)
                .set(Tags.STUDY_INSTANCE_UID, study.uid())
                .set(Tags.SERIES_INSTANCE_UID, series);
    }

    private DataSet reference(int slice) {
        return DataSet.builder()
                .set(
                        Tags.REFERENCED_SOP_INSTANCE_UID,
                        study.image(slice).require(Tags.SOP_INSTANCE_UID).string())
                .build();
    }

    private static DataSetBuilder item(String type, Code concept) {
        return DataSet.builder().set(Tags.VALUE_TYPE, type).items(Tags.CONCEPT_NAME_CODE_SEQUENCE, coded(concept));
    }

    private static DataSet coded(Code code) {
        return DataSet.builder()
                .set(Tags.CODE_VALUE, code.value())
                .set(Tags.CODING_SCHEME_DESIGNATOR, code.scheme())
                .set(Tags.CODE_MEANING, code.meaning())
                .build();
    }
}
