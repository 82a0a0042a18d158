package dev.auricle.learning.engine;

import dev.auricle.learning.LearningException;

/** PyTorch cannot be started as asked. */
public final class UnableToStartEngine extends LearningException {

    UnableToStartEngine(String message) {
        super(message);
    }

    UnableToStartEngine(String message, Throwable cause) {
        super(message, cause);
    }
}
