package dev.auricle.ingest.prepare;

import dev.auricle.ingest.deidentify.Deidentify;
import dev.auricle.ingest.label.Labelling;
import dev.auricle.ingest.label.Origin;
import dev.auricle.schemas.plan.Annotators;
import dev.auricle.schemas.record.LabelSource;
import dev.auricle.schemas.record.Sample;
import dev.auricle.schemas.record.Strength;
import java.util.Collection;

/**
 * Says of samples what their label was drawn as, of what is weak by which shapes, and, if the plan wants it, by whom: by
 * pseudonym only.
 */
record LabelSources(Annotators annotators, Deidentify deidentify, DrawnShapes shapes) {
    /** Says so of a sample. It is weak if any part of its label is. */
    Sample.Builder on(Sample.Builder sample, Collection<Labelling.Source> sources) {
        boolean weak = sources.stream().anyMatch(source -> source.origin().strength() == Strength.WEAK);
        sources.forEach(source -> sample.addSources(record(source)));
        return sample.setStrength(weak ? Strength.WEAK : Strength.STRONG);
    }

    private LabelSource record(Labelling.Source source) {
        var origin = source.origin();
        var record = LabelSource.newBuilder()
                .setClassNumber(source.number())
                .setStrength(origin.strength())
                .setShape(LabelSource.Shape.valueOf(origin.shape().name()));
        if (origin.strength() == Strength.WEAK) {
            record.addAllShapes(shapes.of(source.shapes()));
        }
        return annotators == Annotators.NONE
                ? record.build()
                : named(record, origin).build();
    }

    private LabelSource.Builder named(LabelSource.Builder source, Origin origin) {
        return source.setAnnotator(deidentify.annotator(origin.annotator()))
                .setAutomatic(origin.annotator().isProgram());
    }
}
