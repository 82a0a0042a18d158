package dev.auricle.learning;

/** The root of everything this module throws: a wrong call or an engine that fails, never bad data, which is a value. */
public abstract class LearningException extends RuntimeException {

    /** Carries the offending value in its message, never anything about a patient. */
    protected LearningException(String message) {
        super(message);
    }

    /** As {@link #LearningException(String)}, with what brought it about. */
    protected LearningException(String message, Throwable cause) {
        super(message, cause);
    }
}
