package dev.auricle.deploy.embed;

import dev.auricle.deploy.DeployException;

/** A server did not start in our process. */
public final class UnableToEmbed extends DeployException {
    UnableToEmbed(String what, Throwable cause) {
        super("unable to start " + what + ": " + cause.getMessage(), cause);
    }
}
