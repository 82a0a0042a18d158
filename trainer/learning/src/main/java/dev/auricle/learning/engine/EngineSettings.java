package dev.auricle.learning.engine;

/**
 * How PyTorch works in this process.
 *
 * @param threads processor threads one operator may use. With 1, results are bit-identical from run to run, and several
 *     trainers in one process share the cores without getting into each other's way
 */
public record EngineSettings(int threads) {

    private static final int MOST_THREADS = 1024;

    /** Refuses what PyTorch would refuse much later. */
    public EngineSettings {
        if (threads < 1 || threads > MOST_THREADS) {
            throw new IllegalArgumentException("threads must be 1 to " + MOST_THREADS + ", not " + threads);
        }
    }

    /** One thread per operator: what training in the federation uses. */
    public static EngineSettings reproducible() {
        return new EngineSettings(1);
    }
}
