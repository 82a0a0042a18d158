package dev.auricle.schemas.configuration;

import dev.auricle.schemas.ContractException;

/** A configuration file, or one key of it, cannot be used. The message names the file, the key's path and what is valid. */
public final class UnableToReadConfiguration extends ContractException {
    UnableToReadConfiguration(String message) {
        super(message);
    }

    UnableToReadConfiguration(String message, Throwable cause) {
        super(message, cause);
    }
}
