package dev.auricle.deploy.perform;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What the demo is asked for.
 *
 * @param studies real DICOM, one folder a hospital; absent: phantoms
 * @param holdOut how many patients of each hospital only measure
 * @param plan a plan to follow instead of the demo's own
 * @param rounds how many; absent: the plan's
 * @param seed of phantoms and of learning
 * @param compare whether to learn each hospital's own model too
 * @param picture a PNG of the results to be written
 * @param work where servers keep their data
 */
public record DemoSettings(
        Optional<Path> studies,
        int holdOut,
        Optional<Path> plan,
        Optional<Integer> rounds,
        long seed,
        boolean compare,
        Optional<Path> picture,
        Path work) {
    /** Refuses counts that mean nothing. */
    public DemoSettings {
        if (holdOut < 0) {
            throw new IllegalArgumentException("--hold-out must be 0 or more, got " + holdOut);
        }
        rounds.filter(count -> count < 1).ifPresent(count -> {
            throw new IllegalArgumentException("--rounds must be at least 1, got " + count);
        });
    }
}
