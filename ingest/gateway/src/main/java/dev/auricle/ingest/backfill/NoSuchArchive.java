package dev.auricle.ingest.backfill;

import dev.auricle.ingest.IngestException;

/** The configuration does not say where to bring anything in from. */
public final class NoSuchArchive extends IngestException {
    /**
     * For a key of the section {@code ingest.backfill} that is missing.
     *
     * @param key archive, web or fhir
     */
    public NoSuchArchive(String key) {
        super("ingest.backfill." + key + " is needed for this and is not configured");
    }
}
