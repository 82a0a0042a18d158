package dev.auricle.dicom.presentation;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.DataSetBuilder;
import dev.auricle.dicom.dictionary.SopClass;
import dev.auricle.dicom.dictionary.Tags;
import java.util.List;

/** Grayscale presentation states about images of nobody: 100 columns and 80 rows, of which a part is displayed. */
public final class PresentationStates {
    private PresentationStates() {}

    /** A state with graphics in one layer, for all the images. */
    public static DataSet state(List<DataSet> images, DataSet... graphics) {
        return header(images).items(Tags.GRAPHIC_ANNOTATION_SEQUENCE, graphics).build();
    }

    private static DataSetBuilder header(List<DataSet> images) {
        return DataSet.builder()
                .set(Tags.SOP_CLASS_UID, SopClass.GRAYSCALE_SOFTCOPY_PRESENTATION_STATE.uid())
                .set(Tags.SOP_INSTANCE_UID, "1.2.3.7.1")
                .set(Tags.STUDY_INSTANCE_UID, "1.2.3")
                .set(Tags.SERIES_INSTANCE_UID, "1.2.3.7")
                .set(Tags.SERIES_NUMBER, 7)
                .set(Tags.INSTANCE_NUMBER, 1)
                .set(Tags.MODALITY, "PR")
                .set(Tags.MANUFACTURER, "Auricle")
                .set(Tags.STUDY_ID, "7")
                .set(Tags.STUDY_DATE, "20260102")
                .set(Tags.STUDY_TIME, "101112")
                .set(Tags.PATIENT_NAME, "Phantom")
                .set(Tags.PATIENT_ID, "P7")
                .set(Tags.PATIENT_BIRTH_DATE, "19500101")
                .set(Tags.PATIENT_SEX, "O")
                .empty(Tags.ACCESSION_NUMBER)
                .empty(Tags.REFERRING_PHYSICIAN_NAME)
                .empty(Tags.LATERALITY)
                .set(Tags.CONTENT_LABEL, "ROIS")
                .set(Tags.CONTENT_DESCRIPTION, "regions")
                .set(Tags.CONTENT_CREATOR_NAME, "Doe^Jane")
                .set(Tags.PRESENTATION_CREATION_DATE, "20260102")
                .set(Tags.PRESENTATION_CREATION_TIME, "101112")
                .set(Tags.PRESENTATION_LUT_SHAPE, "IDENTITY")
                .items(
                        Tags.REFERENCED_SERIES_SEQUENCE,
                        DataSet.builder()
                                .set(Tags.SERIES_INSTANCE_UID, "1.2.3.4")
                                .items(Tags.REFERENCED_IMAGE_SEQUENCE, images)
                                .build())
                .items(
                        Tags.DISPLAYED_AREA_SELECTION_SEQUENCE,
                        DataSet.builder()
                                .set(Tags.DISPLAYED_AREA_TOP_LEFT_HAND_CORNER, 11, 21)
                                .set(Tags.DISPLAYED_AREA_BOTTOM_RIGHT_HAND_CORNER, 60, 80)
                                .set(Tags.PRESENTATION_SIZE_MODE, "SCALE TO FIT")
                                .set(Tags.PRESENTATION_PIXEL_ASPECT_RATIO, 1, 1)
                                .build())
                .items(
                        Tags.GRAPHIC_LAYER_SEQUENCE,
                        DataSet.builder()
                                .set(Tags.GRAPHIC_LAYER, "ROI")
                                .set(Tags.GRAPHIC_LAYER_ORDER, 1)
                                .set(Tags.GRAPHIC_LAYER_DESCRIPTION, "regions of interest")
                                .build());
    }

    /** An item of the Graphic Annotation Sequence with a text beside its graphics. */
    public static DataSetBuilder annotation(String text, DataSet... graphics) {
        return DataSet.builder()
                .set(Tags.GRAPHIC_LAYER, "ROI")
                .items(
                        Tags.TEXT_OBJECT_SEQUENCE,
                        DataSet.builder()
                                .set(Tags.ANCHOR_POINT_ANNOTATION_UNITS, "PIXEL")
                                .set(Tags.UNFORMATTED_TEXT_VALUE, text)
                                .set(Tags.ANCHOR_POINT, 3, 3)
                                .set(Tags.ANCHOR_POINT_VISIBILITY, "N")
                                .build())
                .items(Tags.GRAPHIC_OBJECT_SEQUENCE, graphics);
    }

    /** A graphic object. */
    public static DataSet graphic(String type, String units, double... points) {
        return DataSet.builder()
                .set(Tags.GRAPHIC_ANNOTATION_UNITS, units)
                .set(Tags.GRAPHIC_DIMENSIONS, 2)
                .set(Tags.NUMBER_OF_GRAPHIC_POINTS, points.length / 2)
                .set(Tags.GRAPHIC_DATA, points)
                .set(Tags.GRAPHIC_TYPE, type)
                .set(Tags.GRAPHIC_FILLED, "N")
                .build();
    }

    /** A compound graphic. */
    static DataSetBuilder compound(String type, int instance, double... points) {
        return DataSet.builder()
                .set(Tags.COMPOUND_GRAPHIC_INSTANCE_ID, instance)
                .set(Tags.COMPOUND_GRAPHIC_UNITS, "PIXEL")
                .set(Tags.GRAPHIC_DIMENSIONS, 2)
                .set(Tags.NUMBER_OF_GRAPHIC_POINTS, points.length / 2)
                .set(Tags.GRAPHIC_DATA, points)
                .set(Tags.COMPOUND_GRAPHIC_TYPE, type);
    }
}
