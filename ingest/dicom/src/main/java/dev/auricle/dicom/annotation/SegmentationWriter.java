package dev.auricle.dicom.annotation;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.DataSetBuilder;
import dev.auricle.dicom.data.Value;
import dev.auricle.dicom.dictionary.SopClass;
import dev.auricle.dicom.dictionary.Tag;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.Uids;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Writes segmentations of type BINARY on the very slices of the images they were made of (PS3.3, A.51).
 *
 * <p>Every segment has a frame for every slice, also where it is empty: viewers take the frames for a stack and show
 * them shifted if some are left out. Positions, orientation and spacing are the images' own texts, so that nothing is
 * rounded; patient and study are copied; nothing is taken from a clock or made up, so the same input makes the same
 * object, byte for byte.
 */
public final class SegmentationWriter {
    private static final String LOSSLESS = "00";
    private static final String LOSSY = "01";
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss.SSSSSS");

    /** Patient, Clinical Trial Subject, General Study and Patient Study, and what says they were de-identified. */
    private static final Tag[] COPIED = {
        Tags.SPECIFIC_CHARACTER_SET,
        Tags.TIMEZONE_OFFSET_FROM_UTC,
        Tags.PATIENT_NAME,
        Tags.PATIENT_ID,
        Tags.ISSUER_OF_PATIENT_ID,
        Tags.ISSUER_OF_PATIENT_ID_QUALIFIERS_SEQUENCE,
        Tags.OTHER_PATIENT_IDS_SEQUENCE,
        Tags.PATIENT_BIRTH_DATE,
        Tags.PATIENT_BIRTH_TIME,
        Tags.PATIENT_SEX,
        Tags.ETHNIC_GROUP,
        Tags.PATIENT_IDENTITY_REMOVED,
        Tags.DEIDENTIFICATION_METHOD,
        Tags.DEIDENTIFICATION_METHOD_CODE_SEQUENCE,
        Tags.CLINICAL_TRIAL_SPONSOR_NAME,
        Tags.CLINICAL_TRIAL_PROTOCOL_ID,
        Tags.CLINICAL_TRIAL_PROTOCOL_NAME,
        Tags.CLINICAL_TRIAL_SITE_ID,
        Tags.CLINICAL_TRIAL_SITE_NAME,
        Tags.CLINICAL_TRIAL_SUBJECT_ID,
        Tags.CLINICAL_TRIAL_SUBJECT_READING_ID,
        Tags.STUDY_INSTANCE_UID,
        Tags.STUDY_DATE,
        Tags.STUDY_TIME,
        Tags.STUDY_ID,
        Tags.STUDY_DESCRIPTION,
        Tags.ACCESSION_NUMBER,
        Tags.ISSUER_OF_ACCESSION_NUMBER_SEQUENCE,
        Tags.REFERRING_PHYSICIAN_NAME,
        Tags.PROCEDURE_CODE_SEQUENCE,
        Tags.PATIENT_AGE,
        Tags.PATIENT_SIZE,
        Tags.PATIENT_WEIGHT,
        Tags.BODY_PART_EXAMINED,
        Tags.FRAME_OF_REFERENCE_UID,
        Tags.POSITION_REFERENCE_INDICATOR,
    };

    /** What must be there, with or without a value (type 2), and is added empty where the images lack it. */
    private static final Tag[] NOT_MISSING = {
        Tags.PATIENT_NAME,
        Tags.PATIENT_ID,
        Tags.PATIENT_BIRTH_DATE,
        Tags.PATIENT_SEX,
        Tags.STUDY_DATE,
        Tags.STUDY_TIME,
        Tags.STUDY_ID,
        Tags.ACCESSION_NUMBER,
        Tags.REFERRING_PHYSICIAN_NAME,
        Tags.POSITION_REFERENCE_INDICATOR,
    };

    private final SegmentationIdentity identity;
    private final SegmentationContent content;

    public SegmentationWriter(SegmentationIdentity identity, SegmentationContent content) {
        this.identity = identity;
        this.content = content;
    }

    /** The object, to be encoded in explicit little endian. Segments are numbered from 1 in the order given. */
    public DataSet write(SourceSeries source, List<SegmentMask> segments) {
        check(source, segments);
        var object = DataSet.builder();
        patientAndStudy(source.first(), segments, object);
        series(object);
        equipment(object);
        image(source, segments, object);
        segments(segments, object);
        dimensions(object);
        new SegmentationFrames(source, segments).writeTo(object);
        return object.build();
    }

    private static void check(SourceSeries source, List<SegmentMask> segments) {
        if (segments.isEmpty()) {
            throw new UnableToWriteAnnotation("there is no segment");
        }
        for (var segment : segments) {
            if (!segment.mask().geometry().equals(source.geometry())) {
                throw new UnableToWriteAnnotation("a mask is not on the geometry of the images");
            }
        }
    }

    private void patientAndStudy(DataSet image, List<SegmentMask> segments, DataSetBuilder object) {
        image.require(Tags.STUDY_INSTANCE_UID);
        image.require(Tags.FRAME_OF_REFERENCE_UID);
        object.copy(image, COPIED);
        if (TextEncoding.needsUtf8(object.build(), texts(segments))) {
            object.set(Tags.SPECIFIC_CHARACTER_SET, TextEncoding.UTF_8);
        }
        if (image.find(Tags.LATERALITY).isPresent()) {
            object.copy(image, Tags.LATERALITY);
        }
        for (var tag : NOT_MISSING) {
            if (!image.contains(tag)) {
                object.empty(tag);
            }
        }
    }

    /** The texts that are not copied. */
    private List<String> texts(List<SegmentMask> segments) {
        var texts = new ArrayList<>(List.of(
                content.description(), content.creator(), content.equipment().manufacturer()));
        for (var segment : segments) {
            texts.add(segment.segment().label());
            texts.add(segment.segment().algorithm().name());
            texts.add(segment.segment().tracking().id());
        }
        return texts;
    }

    private void series(DataSetBuilder object) {
        object.set(Tags.MODALITY, "SEG")
                .set(Tags.SERIES_INSTANCE_UID, identity.seriesInstanceUid())
                .set(Tags.SERIES_NUMBER, identity.seriesNumber())
                .set(Tags.SERIES_DESCRIPTION, content.description())
                .set(Tags.SERIES_DATE, content.created().format(DATE))
                .set(Tags.SERIES_TIME, content.created().format(TIME));
    }

    private void equipment(DataSetBuilder object) {
        var equipment = content.equipment();
        object.set(Tags.MANUFACTURER, equipment.manufacturer())
                .set(Tags.MANUFACTURER_MODEL_NAME, equipment.model())
                .set(Tags.DEVICE_SERIAL_NUMBER, equipment.serialNumber())
                .set(Tags.SOFTWARE_VERSIONS, equipment.softwareVersion());
    }

    private void image(SourceSeries source, List<SegmentMask> segments, DataSetBuilder object) {
        object.set(Tags.SOP_CLASS_UID, SopClass.SEGMENTATION.uid())
                .set(Tags.SOP_INSTANCE_UID, identity.sopInstanceUid())
                .set(Tags.INSTANCE_NUMBER, identity.instanceNumber())
                .set(Tags.IMAGE_TYPE, "DERIVED", "PRIMARY")
                .set(Tags.INSTANCE_CREATION_DATE, content.created().format(DATE))
                .set(Tags.INSTANCE_CREATION_TIME, content.created().format(TIME))
                .set(Tags.CONTENT_DATE, content.created().format(DATE))
                .set(Tags.CONTENT_TIME, content.created().format(TIME))
                .set(Tags.CONTENT_LABEL, content.label())
                .set(Tags.CONTENT_DESCRIPTION, content.description())
                .set(Tags.CONTENT_CREATOR_NAME, content.creator())
                .set(Tags.LOSSY_IMAGE_COMPRESSION, lossy(source.first()))
                .set(Tags.SAMPLES_PER_PIXEL, 1)
                .set(Tags.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2")
                .set(Tags.ROWS, source.geometry().rows())
                .set(Tags.COLUMNS, source.geometry().columns())
                .set(Tags.NUMBER_OF_FRAMES, segments.size() * source.geometry().slices())
                .set(Tags.BITS_ALLOCATED, 1)
                .set(Tags.BITS_STORED, 1)
                .set(Tags.HIGH_BIT, 0)
                .set(Tags.PIXEL_REPRESENTATION, 0)
                .set(Tags.SEGMENTATION_TYPE, "BINARY")
                .set(Tags.SEGMENTS_OVERLAP, Overlap.of(segments) ? "YES" : "NO");
        if (lossy(source.first()).equals(LOSSY)) {
            object.copy(source.first(), Tags.LOSSY_IMAGE_COMPRESSION_RATIO, Tags.LOSSY_IMAGE_COMPRESSION_METHOD);
        }
    }

    private static String lossy(DataSet image) {
        return image.find(Tags.LOSSY_IMAGE_COMPRESSION).map(Value::string).orElse(LOSSLESS);
    }

    private static void segments(List<SegmentMask> segments, DataSetBuilder object) {
        var characterSet = object.build().characterSet();
        var items = new ArrayList<DataSet>();
        for (var segment : segments) {
            items.add(SegmentItem.write(items.size() + 1, segment.segment(), characterSet));
        }
        object.items(Tags.SEGMENT_SEQUENCE, items);
    }

    /** Frames are ordered by segment first and by position second (PS3.3, C.7.6.17). */
    private void dimensions(DataSetBuilder object) {
        var uid = Uids.fromUuid(UUID.nameUUIDFromBytes(
                ("dimensions of " + identity.sopInstanceUid()).getBytes(StandardCharsets.US_ASCII)));
        object.items(
                        Tags.DIMENSION_ORGANIZATION_SEQUENCE,
                        DataSet.builder()
                                .set(Tags.DIMENSION_ORGANIZATION_UID, uid)
                                .build())
                .items(
                        Tags.DIMENSION_INDEX_SEQUENCE,
                        dimension(uid, Tags.REFERENCED_SEGMENT_NUMBER, Tags.SEGMENT_IDENTIFICATION_SEQUENCE, "Segment"),
                        dimension(uid, Tags.IMAGE_POSITION_PATIENT, Tags.PLANE_POSITION_SEQUENCE, "Position"));
    }

    private static DataSet dimension(String uid, Tag attribute, Tag macro, String label) {
        return DataSet.builder()
                .set(Tags.DIMENSION_ORGANIZATION_UID, uid)
                .set(Tags.DIMENSION_INDEX_POINTER, attribute)
                .set(Tags.FUNCTIONAL_GROUP_POINTER, macro)
                .set(Tags.DIMENSION_DESCRIPTION_LABEL, label)
                .build();
    }
}
