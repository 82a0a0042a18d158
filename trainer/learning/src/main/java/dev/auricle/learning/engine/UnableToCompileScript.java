package dev.auricle.learning.engine;

import dev.auricle.learning.LearningException;

/** PyTorch refuses a script; the cause says in which line. */
public final class UnableToCompileScript extends LearningException {

    UnableToCompileScript(Throwable cause) {
        super("PyTorch refuses a script: " + cause.getMessage(), cause);
    }
}
