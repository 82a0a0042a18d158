package dev.auricle.deploy.perform;

import dev.auricle.deploy.DeployException;

/** The demo did not come to its end. */
public final class DemoIncomplete extends DeployException {
    DemoIncomplete(String message) {
        super(message);
    }
}
