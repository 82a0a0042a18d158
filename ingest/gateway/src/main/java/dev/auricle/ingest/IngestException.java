package dev.auricle.ingest;

/** Root of everything the gateway throws. Messages never hold a patient's data. */
public abstract class IngestException extends RuntimeException {
    /** With a message that says what was refused. */
    protected IngestException(String message) {
        super(message);
    }

    /** With the failure underneath. */
    protected IngestException(String message, Throwable cause) {
        super(message, cause);
    }
}
