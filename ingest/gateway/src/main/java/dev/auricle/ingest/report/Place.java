package dev.auricle.ingest.report;

import dev.auricle.schemas.record.LogRef;

/** Where the last record of an assembled series, or of an instance, lies: what all that is said of it points at. */
record Place(int partition, long lastOffset) {
    static Place of(LogRef log) {
        return new Place(log.getPartition(), log.getLastOffset());
    }
}
