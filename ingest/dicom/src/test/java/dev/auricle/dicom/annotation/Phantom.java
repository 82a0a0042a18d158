package dev.auricle.dicom.annotation;

import dev.auricle.dicom.annotation.SegmentationContent.Equipment;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.dictionary.SopClass;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.space.Arrangement;
import dev.auricle.dicom.space.Mask;
import dev.auricle.dicom.space.SlicePlane;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** A made-up MR series of nobody, oblique, 5 slices of 9 rows and 7 columns, and what to write on it. */
final class Phantom {
    static final SegmentationIdentity IDENTITY = new SegmentationIdentity("2.25.11", 901, "2.25.12", 1);
    static final SegmentationContent CONTENT = new SegmentationContent(
            "LIVER_AI",
            "Liver and tumour",
            "Auricle",
            LocalDateTime.of(2026, 2, 3, 4, 5, 6),
            new Equipment("Auricle", "Inference", "site-1", "0.1.0"));
    static final Segment LIVER = segment("Leber", new Code("10200004", "SCT", "Liver"));
    static final Segment TUMOUR = segment("Tumor ä", new Code("4147007", "SCT", "Mass"));

    private Phantom() {}

    static Segment segment(String label, Code type) {
        var category = type.meaning().equals("Mass")
                ? new Code("49755003", "SCT", "Morphologically Altered Structure")
                : new Code("123037004", "SCT", "Anatomical Structure");
        var regions = type.meaning().equals("Mass") ? List.of(new Code("10200004", "SCT", "Liver")) : List.<Code>of();
        return new Segment(
                label,
                new SegmentConcept(category, type, regions),
                new SegmentAlgorithm(SegmentAlgorithm.Kind.AUTOMATIC, "U-Net 7"),
                LabColour.ofRgb(0xCC3311),
                new Tracking("lesion " + type.meaning(), "2.25.77"));
    }

    static SourceSeries source() {
        var headers = IntStream.range(0, 5).mapToObj(Phantom::header).toList();
        var arrangement = Arrangement.of(headers.stream().map(SlicePlane::of).toList());
        return new SourceSeries(arrangement.geometry().orElseThrow(), headers);
    }

    private static DataSet header(int slice) {
        double step = 2.2;
        return DataSet.builder()
                .set(Tags.SPECIFIC_CHARACTER_SET, "ISO_IR 100")
                .set(Tags.SOP_CLASS_UID, SopClass.MR_IMAGE.uid())
                .set(Tags.SOP_INSTANCE_UID, "1.2.3.4." + slice)
                .set(Tags.STUDY_INSTANCE_UID, "1.2.3")
                .set(Tags.SERIES_INSTANCE_UID, "1.2.3.4")
                .set(Tags.STUDY_DATE, "20260102")
                .set(Tags.STUDY_TIME, "101112")
                .set(Tags.STUDY_ID, "7")
                .set(Tags.ACCESSION_NUMBER, "A7")
                .set(Tags.PATIENT_NAME, "Phantom^Jérôme")
                .set(Tags.PATIENT_ID, "P7")
                .set(Tags.PATIENT_BIRTH_DATE, "19500101")
                .set(Tags.PATIENT_SEX, "O")
                .set(Tags.MODALITY, "MR")
                .set(Tags.FRAME_OF_REFERENCE_UID, "1.2.9")
                .set(Tags.POSITION_REFERENCE_INDICATOR, "XY")
                .set(Tags.IMAGE_POSITION_PATIENT, -10.5, 20.25 - 0.6 * slice * step, 7 + 0.8 * slice * step)
                .set(Tags.IMAGE_ORIENTATION_PATIENT, "1", "0", "0", "0", "0.8", "0.6")
                .set(Tags.PIXEL_SPACING, "0.70", "0.90")
                .set(Tags.SLICE_THICKNESS, "2")
                .set(Tags.ROWS, 9)
                .set(Tags.COLUMNS, 7)
                .build();
    }

    /** Labels 0 to the greatest, at random; slice 1 is left empty. */
    static Mask mask(SourceSeries source, int greatest, long seed) {
        var random = new Random(seed);
        var mask = Mask.empty(source.geometry());
        for (int i = 0; i < mask.labels().length; i++) {
            mask.labels()[i] = (byte) random.nextInt(greatest + 1);
        }
        Arrays.fill(
                mask.labels(), source.geometry().offset(1), source.geometry().offset(2), (byte) 0);
        return mask;
    }
}
