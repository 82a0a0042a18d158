package dev.auricle.inference;

import dev.auricle.inference.deliver.ArchiveConfig;
import dev.auricle.inference.deliver.FhirConfig;
import dev.auricle.inference.deliver.RetryConfig;
import dev.auricle.inference.segment.Answer;
import dev.auricle.inference.segment.SegmentSettings;
import dev.auricle.schemas.configuration.Default;
import java.util.Optional;

/**
 * The section {@code inference}.
 *
 * @param application prefix of consumer groups and of the transactional id
 * @param instance tells apart several processes of one application
 * @param batchSize slices computed at once
 * @param threads processor threads one operator may use
 * @param answer whose prediction it answers with
 * @param samples predictions that uncertainty is taken from, where the method knows several; 0: the one alone
 * @param archive where SEG objects go; absent: nowhere
 * @param fhir where FHIR resources go; absent: nowhere
 * @param retry how often a delivery is tried
 */
public record InferenceConfig(
        @Default("auricle-inference") String application,
        @Default("1") String instance,
        @Default("8") int batchSize,
        @Default("1") int threads,
        @Default("global") Answer answer,
        @Default("0") int samples,
        Optional<ArchiveConfig> archive,
        Optional<FhirConfig> fhir,
        RetryConfig retry) {
    private static final int MOST_SAMPLES = 64;

    /** Refuses counts out of range. */
    public InferenceConfig {
        if (batchSize < 1 || threads < 1) {
            throw new IllegalArgumentException("batchSize and threads must be at least 1");
        }
        if (samples < 0 || samples == 1 || samples > MOST_SAMPLES) {
            throw new IllegalArgumentException("samples must be 0 or 2 to " + MOST_SAMPLES + ", got " + samples);
        }
    }

    /** How volumes are segmented. */
    SegmentSettings segmenting() {
        return new SegmentSettings(batchSize, answer, samples);
    }
}
