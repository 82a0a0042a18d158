package dev.auricle.schemas.log;

import dev.auricle.schemas.ContractException;

/** What a pointer points at is not there any more, or is not what it was. */
public final class UnableToReadLog extends ContractException {
    UnableToReadLog(String message) {
        super(message);
    }

    UnableToReadLog(String message, Throwable cause) {
        super(message, cause);
    }
}
