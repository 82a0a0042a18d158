package dev.auricle.inference.encode;

import dev.auricle.dicom.annotation.Code;
import dev.auricle.dicom.annotation.LabColour;
import dev.auricle.dicom.annotation.Segment;
import dev.auricle.dicom.annotation.SegmentAlgorithm;
import dev.auricle.dicom.annotation.SegmentConcept;
import dev.auricle.dicom.annotation.SegmentMask;
import dev.auricle.dicom.annotation.SegmentationContent;
import dev.auricle.dicom.annotation.SegmentationIdentity;
import dev.auricle.dicom.annotation.SegmentationWriter;
import dev.auricle.dicom.annotation.SourceSeries;
import dev.auricle.dicom.annotation.Tracking;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.dictionary.Uids;
import dev.auricle.dicom.space.Mask;
import dev.auricle.schemas.identity.AlgorithmName;
import dev.auricle.schemas.identity.NameUuid;
import dev.auricle.schemas.record.Concept;
import dev.auricle.schemas.record.SegmentVolume;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** A segmentation as a DICOM SEG, BINARY, one segment a class, in the study of its images. The same bytes every time. */
public final class EncodeSeg {
    /** Far behind the series a modality makes. */
    private static final int SERIES_NUMBER = 9901;

    private static final int[] COLOURS = {0xE64B35, 0x4DBBD5, 0x00A087, 0xF39B7F, 0x3C5488, 0x8491B4};

    private EncodeSeg() {}

    /**
     * Encodes.
     *
     * @param source the images that were segmented
     * @throws UnableToEncode when they are other images
     */
    public static DataSet encode(Result result, SourceSeries source) {
        var geometry = source.geometry();
        if (geometry.voxels() != result.mask().labels().length
                || geometry.rows() != result.mask().geometry().rows()) {
            throw new UnableToEncode("the images of the series are not those that were segmented");
        }
        // The images' own geometry: what travelled through records may differ from it in the last bit.
        var mask = new Mask(geometry, result.mask().labels());
        var identity = result.identity();
        var segments = result.head().getVolumesList().stream()
                .map(volume -> new SegmentMask(segment(result, volume), mask, volume.getClassNumber()))
                .toList();
        var named = new SegmentationIdentity(identity.segSeriesUid(), SERIES_NUMBER, identity.segUid(), 1);
        return new SegmentationWriter(named, content(result)).write(source, segments);
    }

    private static Segment segment(Result result, SegmentVolume volume) {
        var concept = new SegmentConcept(code(volume.getCategory()), code(volume.getType()));
        var algorithm = new SegmentAlgorithm(
                SegmentAlgorithm.Kind.AUTOMATIC, AlgorithmName.of(result.head().getModelVersion()));
        var colour = LabColour.ofRgb(COLOURS[(volume.getClassNumber() - 1) % COLOURS.length]);
        return new Segment(volume.getClassName(), concept, algorithm, colour, tracking(result, volume));
    }

    /** The same thing has the same tracking in every segmentation of the study. */
    private static Tracking tracking(Result result, SegmentVolume volume) {
        var identity = result.identity();
        return new Tracking(
                volume.getClassName(),
                Uids.fromUuid(NameUuid.of("tracking", identity.site(), identity.study(), volume.getClassName())));
    }

    private static SegmentationContent content(Result result) {
        var created = LocalDateTime.ofInstant(Instant.ofEpochMilli(result.head().getSegmentedAtMs()), ZoneOffset.UTC);
        return new SegmentationContent(
                "AURICLE",
                result.description(),
                "Auricle",
                created,
                new SegmentationContent.Equipment(
                        "Auricle",
                        "Auricle inference",
                        result.head().getFederation(),
                        result.head().getModelVersion()));
    }

    private static Code code(Concept code) {
        return new Code(code.getValue(), code.getScheme(), code.getMeaning());
    }
}
