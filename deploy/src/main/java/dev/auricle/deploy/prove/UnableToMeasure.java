package dev.auricle.deploy.prove;

import dev.auricle.deploy.DeployException;

/** A benchmark lacks what it needs. */
public final class UnableToMeasure extends DeployException {
    UnableToMeasure(String message) {
        super(message);
    }

    UnableToMeasure(String message, Throwable cause) {
        super(message, cause);
    }
}
