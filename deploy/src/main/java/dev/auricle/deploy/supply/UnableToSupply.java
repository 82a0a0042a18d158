package dev.auricle.deploy.supply;

import dev.auricle.deploy.DeployException;

/** A folder does not hold what the demo needs. */
public final class UnableToSupply extends DeployException {
    /** With a message that names the folder or what is missing in it. */
    public UnableToSupply(String message) {
        super(message);
    }

    UnableToSupply(String message, Throwable cause) {
        super(message, cause);
    }
}
