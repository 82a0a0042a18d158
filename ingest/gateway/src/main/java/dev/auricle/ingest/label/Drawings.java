package dev.auricle.ingest.label;

import dev.auricle.dicom.annotation.SegmentationReader;
import dev.auricle.dicom.annotation.StructureSetReader;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.dictionary.SopClass;
import dev.auricle.dicom.dictionary.Tags;

/** Reads what annotation objects show. */
public final class Drawings {
    private Drawings() {}

    /**
     * A SEG or an RT Structure Set.
     *
     * @throws dev.auricle.dicom.dictionary.DicomException when it cannot be read
     */
    public static Drawing of(DataSet object) {
        var uid = object.require(Tags.SOP_INSTANCE_UID).string();
        var sopClass = object.require(Tags.SOP_CLASS_UID).string();
        return sopClass.equals(SopClass.SEGMENTATION.uid())
                ? new SegmentationDrawing(uid, SegmentationReader.read(object))
                : new ContourDrawing(uid, StructureSetReader.read(object));
    }
}
