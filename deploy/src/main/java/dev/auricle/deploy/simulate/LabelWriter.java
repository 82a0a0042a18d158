package dev.auricle.deploy.simulate;

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
import dev.auricle.dicom.space.Geometry;
import dev.auricle.dicom.space.Mask;
import java.util.List;

/** Writes what a site's reader drew. */
final class LabelWriter {
    private static final Segment LEFT_ATRIUM = new Segment(
            "Left atrium",
            new SegmentConcept(
                    new Code("91723000", "SCT", "Anatomical structure"), new Code("82471001", "SCT", "Left atrium")),
            new SegmentAlgorithm(SegmentAlgorithm.Kind.MANUAL, ""),
            new LabColour(35_000, 50_000, 45_000),
            Tracking.NONE);
    private static final SegmentationContent.Equipment EQUIPMENT =
            new SegmentationContent.Equipment("Auricle", "Phantom reader", "1", "1");

    private final PhantomIdentity identity;

    LabelWriter(PhantomIdentity identity) {
        this.identity = identity;
    }

    /** A SEG in a series of its own. */
    DataSet write(Geometry geometry, List<DataSet> headers, Mask drawn) {
        var content = new SegmentationContent(
                "LEFT_ATRIUM",
                "Left atrium, simulated outline",
                "Reader^Phantom",
                identity.studied().plusHours(1),
                EQUIPMENT);
        var uids = new SegmentationIdentity(identity.uid("label series"), 3, identity.uid("label"), 1);
        return new SegmentationWriter(uids, content)
                .write(new SourceSeries(geometry, headers), List.of(new SegmentMask(LEFT_ATRIUM, drawn, 1)));
    }
}
