package dev.auricle.learning.learn;

import dev.auricle.learning.augment.Slice;
import dev.auricle.learning.engine.LearningEngine;
import dev.auricle.learning.network.NetworkSpec;
import dev.auricle.learning.state.ModelState;
import java.util.Optional;

/** Judges a model by samples it has not learned from. Holds nothing between calls. */
public final class Evaluator {

    private final LearningEngine engine;
    private final NetworkSpec spec;

    /** For models of that network. */
    public Evaluator(LearningEngine engine, NetworkSpec spec) {
        this.engine = engine;
        this.spec = spec;
    }

    /**
     * Segments every sample and compares, in recorded order. Samples may differ in size.
     *
     * @return empty when there are no samples
     */
    public Optional<Evaluation> evaluate(ModelState model, SampleSource source) {
        ScoreTally tally = new ScoreTally(spec.classes());
        try (Segmenter segmenter = new Segmenter(engine, spec, model, 1);
                SampleStream samples = source.open(new Pass.InOrder())) {
            for (Optional<Sample> next = samples.next(); next.isPresent(); next = samples.next()) {
                tally.add(next.get(), segmenter.segment(imageOf(next.get().slice())));
            }
        }
        return Optional.of(tally.evaluation()).filter(evaluation -> evaluation.samples() > 0);
    }

    private static Images imageOf(Slice slice) {
        return new Images(slice.image(), 1, slice.rows(), slice.columns());
    }
}
