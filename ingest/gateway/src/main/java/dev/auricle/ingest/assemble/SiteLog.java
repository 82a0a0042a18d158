package dev.auricle.ingest.assemble;

import dev.auricle.schemas.log.ReceivedInstance;
import dev.auricle.schemas.record.LogRef;

/** Reads back what the site's log holds. */
public interface SiteLog extends AutoCloseable {
    /** A series from the records of {@code series.assembled} that a pointer points at. */
    Series series(LogRef assembled);

    /** An instance from {@code dicom.instances}. */
    ReceivedInstance instance(LogRef received);

    @Override
    void close();
}
