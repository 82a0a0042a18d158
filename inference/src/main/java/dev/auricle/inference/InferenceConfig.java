package dev.auricle.inference;

import dev.auricle.inference.deliver.ArchiveConfig;
import dev.auricle.inference.deliver.FhirConfig;
import dev.auricle.inference.deliver.RetryConfig;
import dev.auricle.schemas.configuration.Default;
import java.util.Optional;

/**
 * The section {@code inference}.
 *
 * @param application prefix of consumer groups and of the transactional id
 * @param instance tells apart several processes of one application
 * @param batchSize slices computed at once
 * @param threads processor threads one operator may use
 * @param archive where SEG objects go; absent: nowhere
 * @param fhir where FHIR resources go; absent: nowhere
 * @param retry how often a delivery is tried
 */
public record InferenceConfig(
        @Default("auricle-inference") String application,
        @Default("1") String instance,
        @Default("8") int batchSize,
        @Default("1") int threads,
        Optional<ArchiveConfig> archive,
        Optional<FhirConfig> fhir,
        RetryConfig retry) {
    /** Refuses counts below one. */
    public InferenceConfig {
        if (batchSize < 1 || threads < 1) {
            throw new IllegalArgumentException("batchSize and threads must be at least 1");
        }
    }
}
