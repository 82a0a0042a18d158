package dev.auricle.learning.learn;

import ai.djl.ndarray.NDManager;
import dev.auricle.learning.engine.LearningEngine;
import dev.auricle.learning.method.Decoupled;
import dev.auricle.learning.method.Leaning;
import dev.auricle.learning.method.SiteModel;
import java.util.OptionalDouble;

/** Measures how far a site's adaptation goes on its own images: see {@link Leaning}. Holds nothing between calls. */
public final class LeaningMeter {

    private final LearningEngine engine;
    private final Decoupled method;

    /** For models of that method. */
    public LeaningMeter(LearningEngine engine, Decoupled method) {
        this.engine = engine;
        this.method = method;
    }

    /** The mean over samples, 0 to 1; empty when there are none. */
    public OptionalDouble measure(SiteModel model, SampleSource source) {
        Batches batches = new Batches(1, method.classes());
        double sum = 0;
        long count = 0;
        try (NDManager manager = engine.newManager();
                Leaning leaning = method.leaning(manager, model);
                SampleStream samples = source.open(new Pass.InOrder())) {
            while (batches.gather(samples, Sample::slice)) {
                try (NDManager scope = manager.newSubManager()) {
                    sum += leaning.of(batches.in(scope).images());
                    count++;
                }
            }
        }
        return count == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / count);
    }
}
