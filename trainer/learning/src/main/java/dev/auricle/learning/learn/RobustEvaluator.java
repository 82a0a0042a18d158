package dev.auricle.learning.learn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.auricle.learning.attack.Disturbance;
import dev.auricle.learning.attack.Disturber;
import dev.auricle.learning.engine.LearningEngine;
import dev.auricle.learning.engine.Recording;
import dev.auricle.learning.method.Batch;
import dev.auricle.learning.method.Method;
import dev.auricle.learning.method.Predictor;
import dev.auricle.learning.method.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Judges a model on images that are disturbed against it, knowing the model and the truth. Holds nothing between calls. */
public final class RobustEvaluator {

    private final LearningEngine engine;
    private final Method method;
    private final Disturbance disturbance;
    private final int batchSize;

    /**
     * For models of that method.
     *
     * @param batchSize images attacked at once, at least 1
     */
    public RobustEvaluator(LearningEngine engine, Method method, Disturbance disturbance, int batchSize) {
        this.engine = engine;
        this.method = method;
        this.disturbance = disturbance;
        this.batchSize = batchSize;
    }

    /**
     * Disturbs and segments every sample and compares. Samples must be of one size.
     *
     * @return empty when there are no samples
     */
    public Optional<Evaluation> evaluate(View view, SampleSource source) {
        ScoreTally tally = new ScoreTally(method.classes());
        Batches batches = new Batches(batchSize, method.classes());
        try (NDManager manager = engine.newManager();
                Predictor predictor = method.predictor(manager, view);
                Disturber disturber = disturbance.begin(manager);
                SampleStream samples = source.open(new Pass.InOrder())) {
            List<Sample> gathered = new ArrayList<>();
            while (batches.gather(
                    samples, sample -> remembered(gathered, sample).slice())) {
                try (NDManager scope = manager.newSubManager()) {
                    byte[] predicted = segment(predictor, disturber, batches.in(scope));
                    add(tally, gathered, predicted);
                }
                gathered.clear();
            }
        }
        return Optional.of(tally.evaluation()).filter(evaluation -> evaluation.samples() > 0);
    }

    private static Sample remembered(List<Sample> gathered, Sample sample) {
        gathered.add(sample);
        return sample;
    }

    private static byte[] segment(Predictor predictor, Disturber disturber, Batch batch) {
        NDArray disturbed = disturber.attack(predictor::logProbabilities, batch.images(), batch.labels(), batch.keys());
        NDArray logarithms = Recording.suspended(() -> predictor.logProbabilities(disturbed));
        return Segmenter.labelsOf(logarithms);
    }

    private static void add(ScoreTally tally, List<Sample> samples, byte[] predicted) {
        int pixels = predicted.length / samples.size();
        for (int place = 0; place < samples.size(); place++) {
            byte[] own = new byte[pixels];
            System.arraycopy(predicted, place * pixels, own, 0, pixels);
            tally.add(samples.get(place), own);
        }
    }
}
