package dev.auricle.learning.learn;

import dev.auricle.learning.method.SiteModel;
import java.util.List;

/** How learning ended. Only {@link Learned} carries a model; nothing else may be sent. */
public sealed interface LearningOutcome {

    /**
     * All epochs were completed and every parameter is a finite number.
     *
     * @param epochs one report each, in order
     * @param model what to send, and what to keep for the next round
     */
    record Learned(List<EpochReport> epochs, SiteModel model) implements LearningOutcome {

        /** Keeps a copy of the list. */
        public Learned {
            epochs = List.copyOf(epochs);
        }

        /** Steps made. */
        public long steps() {
            return epochs.stream().mapToLong(EpochReport::steps).sum();
        }

        /** Samples of one pass: the weight n of this model in a merge. */
        public long samples() {
            return epochs.get(0).samples();
        }

        /** The mean loss of each epoch. */
        public List<Double> meanLosses() {
            return epochs.stream().map(EpochReport::meanLoss).toList();
        }
    }

    /**
     * A loss was NaN or infinite, or a parameter became so. The model is lost; begin again with other settings, or look
     * for pixels that are not numbers.
     *
     * @param epoch 0, 1, …
     * @param step the step, counted over all epochs, whose loss was not finite; one past the last when the loss always
     *     was and a parameter is not
     * @param loss the last one
     */
    record Diverged(int epoch, long step, double loss) implements LearningOutcome {}

    /**
     * The thread was interrupted, which still holds.
     *
     * @param steps made until then
     */
    record Stopped(long steps) implements LearningOutcome {}

    /** The source has no samples. */
    record NothingToLearn() implements LearningOutcome {}
}
