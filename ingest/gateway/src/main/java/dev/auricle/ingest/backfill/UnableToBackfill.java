package dev.auricle.ingest.backfill;

import dev.auricle.ingest.IngestException;

/** The archive cannot be asked. */
public final class UnableToBackfill extends IngestException {
    UnableToBackfill(String why) {
        super(why);
    }

    UnableToBackfill(String why, Throwable cause) {
        super(why, cause);
    }
}
