package dev.auricle.learning.learn;

import java.util.ArrayList;
import java.util.List;

/** Keeps count of steps and epochs, and tells the listener. */
final class Progress {

    private final LearningListener listener;
    private final List<EpochReport> epochs = new ArrayList<>();
    private long steps;
    private long stepsBeforeEpoch;
    private long samplesOfEpoch;
    private double lossOfEpoch;
    private double lastLoss;

    Progress(LearningListener listener) {
        this.listener = listener;
    }

    /** Steps made, over all epochs. */
    long steps() {
        return steps;
    }

    /** The epoch at work: 0, 1, … */
    int epoch() {
        return epochs.size();
    }

    /** Epochs completed. */
    List<EpochReport> epochs() {
        return epochs;
    }

    /** The loss of the last step made. */
    double lastLoss() {
        return lastLoss;
    }

    void completeStep(int samples, double loss, double gradientNorm) {
        StepReport report = new StepReport(epoch(), steps, samples, loss, gradientNorm);
        steps++;
        samplesOfEpoch += samples;
        lossOfEpoch += samples * loss;
        lastLoss = loss;
        listener.onStep(report);
    }

    /** False when the epoch had no samples. */
    boolean completeEpoch() {
        if (samplesOfEpoch == 0) {
            return false;
        }
        EpochReport report =
                new EpochReport(epoch(), steps - stepsBeforeEpoch, samplesOfEpoch, lossOfEpoch / samplesOfEpoch);
        epochs.add(report);
        stepsBeforeEpoch = steps;
        samplesOfEpoch = 0;
        lossOfEpoch = 0;
        listener.onEpoch(report);
        return true;
    }
}
