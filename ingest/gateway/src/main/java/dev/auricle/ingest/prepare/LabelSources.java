package dev.auricle.ingest.prepare;

import dev.auricle.ingest.deidentify.Deidentify;
import dev.auricle.ingest.label.Labelling;
import dev.auricle.ingest.label.Origin;
import dev.auricle.schemas.plan.Annotators;
import dev.auricle.schemas.record.LabelSource;
import dev.auricle.schemas.record.Sample;
import dev.auricle.schemas.record.Strength;
import java.util.Collection;

/** Says of samples what their label was drawn as and, if the plan wants it, by whom: by pseudonym only. */
record LabelSources(Annotators annotators, Deidentify deidentify) {
    /** Says so of a sample. It is weak if any part of its label is. */
    Sample.Builder on(Sample.Builder sample, Collection<Labelling.Source> sources) {
        boolean weak = sources.stream().anyMatch(source -> source.origin().strength() == Strength.WEAK);
        sources.forEach(source -> sample.addSources(record(source.number(), source.origin())));
        return sample.setStrength(weak ? Strength.WEAK : Strength.STRONG);
    }

    private LabelSource record(int number, Origin origin) {
        var source = LabelSource.newBuilder()
                .setClassNumber(number)
                .setStrength(origin.strength())
                .setShape(LabelSource.Shape.valueOf(origin.shape().name()));
        return annotators == Annotators.NONE
                ? source.build()
                : named(source, origin).build();
    }

    private LabelSource.Builder named(LabelSource.Builder source, Origin origin) {
        return source.setAnnotator(deidentify.annotator(origin.annotator()))
                .setAutomatic(origin.annotator().isProgram());
    }
}
