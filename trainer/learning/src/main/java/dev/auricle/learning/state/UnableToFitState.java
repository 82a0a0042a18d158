package dev.auricle.learning.state;

import dev.auricle.learning.LearningException;

/** A model of one layout was given where another is needed. */
public final class UnableToFitState extends LearningException {

    UnableToFitState(String message) {
        super(message);
    }
}
