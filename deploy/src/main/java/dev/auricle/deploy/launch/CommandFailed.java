package dev.auricle.deploy.launch;

import dev.auricle.deploy.DeployException;

/** A command ends with a sentence for whoever ran it and a code for whatever did. */
public final class CommandFailed extends DeployException {
    private final ExitCode exitCode;

    CommandFailed(ExitCode exitCode, String sentence) {
        super(sentence);
        this.exitCode = exitCode;
    }

    CommandFailed(ExitCode exitCode, String sentence, Throwable cause) {
        super(sentence, cause);
        this.exitCode = exitCode;
    }

    ExitCode exitCode() {
        return exitCode;
    }
}
