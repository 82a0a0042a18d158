package dev.auricle.ingest.report;

import dev.auricle.schemas.record.SeriesAssembled;

/**
 * Names one revision of a series.
 *
 * @param series its UID, which identifies: for selecting, not for showing
 */
public record SeriesRevision(String site, String series, int revision) {
    static SeriesRevision of(SeriesAssembled part) {
        return new SeriesRevision(part.getSite(), part.getSeriesInstanceUid(), part.getRevision());
    }

    /** Whether a record is one of its parts. */
    public boolean has(SeriesAssembled part) {
        return equals(of(part));
    }
}
