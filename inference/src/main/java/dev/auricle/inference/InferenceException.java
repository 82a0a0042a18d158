package dev.auricle.inference;

/** Root of everything inference throws. Messages never hold a patient's data. */
public abstract class InferenceException extends RuntimeException {
    /** With a message that says what was refused. */
    protected InferenceException(String message) {
        super(message);
    }

    /** With the failure underneath. */
    protected InferenceException(String message, Throwable cause) {
        super(message, cause);
    }
}
