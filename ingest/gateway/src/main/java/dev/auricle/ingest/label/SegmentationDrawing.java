package dev.auricle.ingest.label;

import dev.auricle.dicom.annotation.Segment;
import dev.auricle.dicom.annotation.Segmentation;
import dev.auricle.dicom.annotation.UnableToReadAnnotation;
import dev.auricle.dicom.space.Geometry;
import dev.auricle.dicom.space.Mask;
import dev.auricle.schemas.plan.SegmentClass;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A DICOM SEG. It belongs to images whose grid its frames lie on, pixel on pixel. */
record SegmentationDrawing(String uid, Segmentation segmentation) implements Drawing {
    @Override
    public String modality() {
        return "SEG";
    }

    @Override
    public Map<Integer, Mask> on(Geometry geometry, String frameOfReference, List<SegmentClass> classes) {
        var masks = new TreeMap<Integer, Mask>();
        if (!segmentation.frameOfReference().equals(frameOfReference)) {
            return masks;
        }
        try {
            segmentation
                    .segments()
                    .forEach((number, segment) -> Classes.numberOf(concept(segment), segment.label(), classes)
                            .ifPresent(found -> masks.merge(found, segmentation.mask(number, geometry), Masks::union)));
        } catch (UnableToReadAnnotation drawnElsewhere) {
            return Map.of();
        }
        return masks;
    }

    private static Classes.Concept concept(Segment segment) {
        var type = segment.concept().type();
        return new Classes.Concept(type.value(), type.scheme());
    }
}
