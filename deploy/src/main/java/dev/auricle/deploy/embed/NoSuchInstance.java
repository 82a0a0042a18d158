package dev.auricle.deploy.embed;

import dev.auricle.deploy.DeployException;

/** The archive has no instance of that UID. The message does not show it. */
public final class NoSuchInstance extends DeployException {
    NoSuchInstance() {
        super("the archive has no such instance");
    }
}
