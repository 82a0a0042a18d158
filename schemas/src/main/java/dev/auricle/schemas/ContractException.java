package dev.auricle.schemas;

/** Root of everything this module throws. Messages carry the offending value and never a patient's data. */
public abstract class ContractException extends RuntimeException {
    /** With a message that says what was refused and what would be valid. */
    protected ContractException(String message) {
        super(message);
    }

    /** With the failure underneath. */
    protected ContractException(String message, Throwable cause) {
        super(message, cause);
    }
}
