package dev.auricle.ingest.report;

import dev.auricle.schemas.record.LogRef;

/** Where the last record of an assembled series lies: what all that is made of it points at. */
record Place(int partition, long lastOffset) {
    static Place of(LogRef assembled) {
        return new Place(assembled.getPartition(), assembled.getLastOffset());
    }
}
