package dev.auricle.learning.learn;

import dev.auricle.learning.augment.Slice;
import dev.auricle.learning.engine.LearningEngine;
import dev.auricle.learning.method.Method;
import dev.auricle.learning.method.View;
import java.util.Optional;

/** Judges a model by samples it has not learned from. Holds nothing between calls. */
public final class Evaluator {

    private final LearningEngine engine;
    private final Method method;

    /** For models of that method. */
    public Evaluator(LearningEngine engine, Method method) {
        this.engine = engine;
        this.method = method;
    }

    /**
     * Segments every sample and compares, in recorded order. Samples may differ in size.
     *
     * @return empty when there are no samples
     */
    public Optional<Evaluation> evaluate(View view, SampleSource source) {
        ScoreTally tally = new ScoreTally(method.classes());
        try (Segmenter segmenter = new Segmenter(engine, method, view, 1);
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
