package dev.auricle.ingest.receive;

import dev.auricle.ingest.IngestException;

/** The port cannot be listened on. */
public final class UnableToListen extends IngestException {
    UnableToListen(String message, Throwable cause) {
        super(message, cause);
    }
}
