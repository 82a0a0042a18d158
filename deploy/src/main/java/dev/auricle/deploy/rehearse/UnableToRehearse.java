package dev.auricle.deploy.rehearse;

import dev.auricle.deploy.DeployException;

/** The data that was given is none that a plan can be rehearsed with. */
public final class UnableToRehearse extends DeployException {
    UnableToRehearse(String message) {
        super(message);
    }

    UnableToRehearse(String message, Throwable cause) {
        super(message, cause);
    }
}
