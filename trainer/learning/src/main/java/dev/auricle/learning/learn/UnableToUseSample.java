package dev.auricle.learning.learn;

import dev.auricle.learning.LearningException;

/** A sample does not fit the network or its neighbours: preprocessing and plan disagree. */
public final class UnableToUseSample extends LearningException {

    UnableToUseSample(String reason) {
        super("a sample cannot be used: " + reason);
    }
}
