package dev.auricle.ingest.report;

import dev.auricle.ingest.IngestException;

/** There is more than can be held in memory. */
public final class UnableToReport extends IngestException {
    UnableToReport(String message) {
        super(message);
    }
}
