package dev.auricle.ingest.label;

import dev.auricle.dicom.annotation.Annotator;
import dev.auricle.dicom.annotation.ShapeKind;
import dev.auricle.schemas.plan.Annotations;
import dev.auricle.schemas.plan.OutlineShape;
import dev.auricle.schemas.record.Strength;

/** What something was drawn as, by whom, and how exact that is. */
public record Origin(Strength strength, ShapeKind shape, Annotator annotator) {
    /** Of a mask, which is always strong. */
    static Origin mask(Annotator annotator) {
        return new Origin(Strength.STRONG, ShapeKind.MASK, annotator);
    }

    /** Of a shape of so many points, by the plan's rule. */
    static Origin outline(ShapeKind shape, int points, Annotator annotator, Annotations rule) {
        boolean weak = rule.isWeak(OutlineShape.valueOf(shape.name()), points);
        return new Origin(weak ? Strength.WEAK : Strength.STRONG, shape, annotator);
    }
}
