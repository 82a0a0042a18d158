package dev.auricle.deploy;

/** Root of everything this module throws. */
public abstract class DeployException extends RuntimeException {
    /** With a message for whoever runs the command. */
    protected DeployException(String message) {
        super(message);
    }

    /** With the failure underneath. */
    protected DeployException(String message, Throwable cause) {
        super(message, cause);
    }
}
