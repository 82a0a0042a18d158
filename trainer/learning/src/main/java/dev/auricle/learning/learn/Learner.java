package dev.auricle.learning.learn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import dev.auricle.learning.augment.Augmenter;
import dev.auricle.learning.augment.Slice;
import dev.auricle.learning.engine.Differentiator;
import dev.auricle.learning.engine.LearningEngine;
import dev.auricle.learning.engine.Recording;
import dev.auricle.learning.learn.LearningOutcome.Diverged;
import dev.auricle.learning.learn.LearningOutcome.Learned;
import dev.auricle.learning.learn.LearningOutcome.NothingToLearn;
import dev.auricle.learning.learn.LearningOutcome.Stopped;
import dev.auricle.learning.loss.Loss;
import dev.auricle.learning.loss.WeightedLoss;
import dev.auricle.learning.network.Network;
import dev.auricle.learning.network.NetworkSpec;
import dev.auricle.learning.state.ModelState;
import java.util.function.Function;

/**
 * Learns: from a model and a site's samples to a better model.
 *
 * <p>The result is a function of the model given, the samples and their order, the settings and the engine's
 * description: with one thread per operator the same bits in every run, and in every process, however many learners work
 * beside it. Holds nothing between calls; any number of threads may use one learner.
 */
public final class Learner {

    private final LearningEngine engine;
    private final NetworkSpec spec;
    private final LearningSettings settings;

    /** Nothing is built yet. */
    public Learner(LearningEngine engine, NetworkSpec spec, LearningSettings settings) {
        this.engine = engine;
        this.spec = spec;
        this.settings = settings;
    }

    /**
     * Learns for as many epochs as the settings say, on this thread. Whatever lives for one step is in {@code scope};
     * the rest is in {@code manager}.
     *
     * @param start where to begin: of the network's layout
     * @param source opened once per epoch, shuffled
     * @param listener hears of every step
     * @throws UnableToUseSample if a sample's size or label does not fit the others or the classes
     */
    public LearningOutcome learn(ModelState start, SampleSource source, LearningListener listener) {
        Loss criterion = WeightedLoss.of(settings.loss());
        Batches batches = new Batches(settings.schedule().batchSize(), spec.classes());
        Progress progress = new Progress(listener);
        try (NDManager manager = engine.newManager();
                Network network = spec.build(manager);
                Adam adam = new Adam(manager, network.parameters().all(), settings.optimizer());
                Differentiator differentiator = new Differentiator(manager)) {
            network.parameters().load(start);
            for (int epoch = 0; epoch < settings.schedule().epochs(); epoch++) {
                Function<Sample, Slice> vary = variation(epoch);
                try (SampleStream samples = source.open(new Pass.Shuffled(settings.seed(), epoch))) {
                    while (batches.gather(samples, vary)) {
                        if (Thread.currentThread().isInterrupted()) {
                            return new Stopped(progress.steps());
                        }
                        try (NDManager scope = manager.newSubManager();
                                Recording recording = differentiator.record()) {
                            Batch batch = batches.in(scope);
                            NDArray logits = network.forward(batch.images());
                            NDArray loss = criterion.of(logits, batch.labels());
                            float lossBefore = loss.getFloat();
                            if (!Float.isFinite(lossBefore)) {
                                return new Diverged(epoch, progress.steps(), lossBefore);
                            }
                            NDList gradients = recording.gradients(
                                    loss, network.parameters().all());
                            double gradientNorm = adam.step(gradients);
                            progress.completeStep(batches.size(), lossBefore, gradientNorm);
                        }
                    }
                }
                if (!progress.completeEpoch()) {
                    return new NothingToLearn();
                }
            }
            return outcome(network.parameters().snapshot(), progress);
        }
    }

    private Function<Sample, Slice> variation(int epoch) {
        Augmenter augmenter = new Augmenter(settings.augmentation(), settings.seed());
        return sample -> augmenter.vary(sample.slice(), epoch, sample.key());
    }

    private static LearningOutcome outcome(ModelState state, Progress progress) {
        if (state.isFinite()) {
            return new Learned(progress.epochs(), state);
        }
        return new Diverged(progress.epoch() - 1, progress.steps(), progress.lastLoss());
    }
}
