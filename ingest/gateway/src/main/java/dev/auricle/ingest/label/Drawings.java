package dev.auricle.ingest.label;

import dev.auricle.dicom.annotation.SegmentationReader;
import dev.auricle.dicom.annotation.StructureSetReader;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.dictionary.SopClass;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.presentation.PresentationStateReader;
import dev.auricle.dicom.report.ReportReader;
import dev.auricle.schemas.plan.Annotations;

/** Reads what annotation objects show. */
public final class Drawings {
    private Drawings() {}

    /**
     * A SEG, an RT Structure Set, a structured report or a presentation state.
     *
     * @param rule the plan's
     * @throws dev.auricle.dicom.dictionary.DicomException when it cannot be read
     */
    public static Drawing of(DataSet object, Annotations rule) {
        var uid = object.require(Tags.SOP_INSTANCE_UID).string();
        var sopClass = object.require(Tags.SOP_CLASS_UID).string();
        if (sopClass.equals(SopClass.RT_STRUCTURE_SET.uid())) {
            return new ContourDrawing(uid, StructureSetReader.read(object));
        }
        if (ReportReader.SOP_CLASSES.contains(sopClass)) {
            return new OutlineDrawing(uid, "SR", ReportReader.read(object));
        }
        if (PresentationStateReader.SOP_CLASSES.contains(sopClass)) {
            return new OutlineDrawing(uid, "PR", PresentationStateReader.read(object));
        }
        return new SegmentationDrawing(uid, SegmentationReader.read(object, rule.fractionalThreshold()));
    }
}
