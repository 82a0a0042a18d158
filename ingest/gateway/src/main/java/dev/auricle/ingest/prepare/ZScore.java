package dev.auricle.ingest.prepare;

/** Brings intensities to mean 0 and standard deviation 1. */
final class ZScore {
    private ZScore() {}

    /**
     * Normalises the values where {@code inside} holds by their own mean and deviation, and sets the others to the least
     * of them: beyond the image there is what there is in air.
     *
     * @return {@code false} when all values are alike, and nothing was changed
     */
    static boolean normalise(float[] values, boolean[] inside) {
        double sum = 0;
        double squares = 0;
        long count = 0;
        float least = Float.POSITIVE_INFINITY;
        for (int index = 0; index < values.length; index++) {
            if (inside[index]) {
                sum += values[index];
                squares += (double) values[index] * values[index];
                least = Math.min(least, values[index]);
                count++;
            }
        }
        double mean = sum / count;
        double variance = squares / count - mean * mean;
        if (!(variance > 0)) {
            return false;
        }
        double deviation = Math.sqrt(variance);
        for (int index = 0; index < values.length; index++) {
            float value = inside[index] ? values[index] : least;
            values[index] = (float) ((value - mean) / deviation);
        }
        return true;
    }
}
