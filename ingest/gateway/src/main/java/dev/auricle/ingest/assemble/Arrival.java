package dev.auricle.ingest.assemble;

import dev.auricle.schemas.record.InstanceChunk;
import dev.auricle.schemas.record.LogRef;
import dev.auricle.schemas.record.SeriesInstance;
import java.util.Optional;

/**
 * An instance that has come, and what is known of its SOP Instance UID in its study.
 *
 * @param sealed its last chunk
 * @param place where it lies
 * @param known what came under that UID before, in the same series
 * @param series the series in which that UID came first
 */
record Arrival(InstanceChunk sealed, LogRef place, Optional<SeriesInstance> known, Optional<String> series) {}
