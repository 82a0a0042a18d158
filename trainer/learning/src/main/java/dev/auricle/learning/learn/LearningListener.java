package dev.auricle.learning.learn;

/** Hears how learning goes on: progress, metrics. Called on the learning thread; what it throws ends the learning. */
public interface LearningListener {

    /** A step was made. */
    default void onStep(StepReport report) {}

    /** A pass over the samples was completed. */
    default void onEpoch(EpochReport report) {}

    /** Hears nothing. */
    static LearningListener silent() {
        return new LearningListener() {};
    }
}
