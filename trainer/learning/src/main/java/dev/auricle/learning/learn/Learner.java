package dev.auricle.learning.learn;

import ai.djl.ndarray.NDManager;
import dev.auricle.learning.augment.Augmenter;
import dev.auricle.learning.augment.Slice;
import dev.auricle.learning.descend.Descended;
import dev.auricle.learning.engine.LearningEngine;
import dev.auricle.learning.learn.LearningOutcome.Diverged;
import dev.auricle.learning.learn.LearningOutcome.Learned;
import dev.auricle.learning.learn.LearningOutcome.NothingToLearn;
import dev.auricle.learning.learn.LearningOutcome.Stopped;
import dev.auricle.learning.method.AdversarialLesson;
import dev.auricle.learning.method.Lesson;
import dev.auricle.learning.method.Method;
import dev.auricle.learning.method.Moment;
import dev.auricle.learning.method.SiteModel;
import java.util.function.Function;

/**
 * Learns: from a model and a site's samples to a better model. What a step does is the method's; replay, batches,
 * variation, progress and the end are the same for all.
 *
 * <p>The result is a function of the model given, the samples and their order, the method, the settings and the engine's
 * description: with one thread per operator the same bits in every run, and in every process, however many learners work
 * beside it. Holds nothing between calls; any number of threads may use one learner.
 */
public final class Learner {

    private final LearningEngine engine;
    private final Method method;
    private final LearningSettings settings;

    /** Nothing is built yet. */
    public Learner(LearningEngine engine, Method method, LearningSettings settings) {
        this.engine = engine;
        this.method = method;
        this.settings = settings;
    }

    /**
     * Learns for as many epochs as the settings say, on this thread. Whatever lives for one step is in {@code scope};
     * the rest is in {@code manager}.
     *
     * @param start where to begin: of the method's layouts
     * @param source opened once per epoch, shuffled
     * @param listener hears of every step
     * @throws UnableToUseSample if a sample's size or label does not fit the others or the classes
     */
    public LearningOutcome learn(SiteModel start, SampleSource source, LearningListener listener) {
        Batches batches = new Batches(settings.schedule().batchSize(), method.classes());
        Progress progress = new Progress(listener);
        try (NDManager manager = engine.newManager();
                Lesson lesson = begin(manager, start)) {
            for (int epoch = 0; epoch < settings.schedule().epochs(); epoch++) {
                Function<Sample, Slice> vary = variation(epoch);
                try (SampleStream samples = source.open(new Pass.Shuffled(settings.seed(), epoch))) {
                    while (batches.gather(samples, vary)) {
                        if (Thread.currentThread().isInterrupted()) {
                            return new Stopped(progress.steps());
                        }
                        try (NDManager scope = manager.newSubManager()) {
                            Descended step = lesson.step(batches.in(scope), new Moment(epoch, progress.steps()));
                            if (!step.isFinite()) {
                                return new Diverged(epoch, progress.steps(), step.loss());
                            }
                            progress.completeStep(batches.size(), step.loss(), step.gradientNorm());
                        }
                    }
                }
                if (!progress.completeEpoch()) {
                    return new NothingToLearn();
                }
            }
            return outcome(lesson.learned(), progress);
        }
    }

    private Lesson begin(NDManager manager, SiteModel start) {
        Lesson plain = method.begin(manager, start, settings.terms());
        return settings.adversary()
                .<Lesson>map(training -> new AdversarialLesson(manager, plain, training, settings.seed()))
                .orElse(plain);
    }

    private Function<Sample, Slice> variation(int epoch) {
        Augmenter augmenter = new Augmenter(settings.augmentation(), settings.seed());
        return sample -> augmenter.vary(sample.slice(), epoch, sample.key());
    }

    private static LearningOutcome outcome(SiteModel model, Progress progress) {
        if (model.isFinite()) {
            return new Learned(progress.epochs(), model);
        }
        return new Diverged(progress.epoch() - 1, progress.steps(), progress.lastLoss());
    }
}
