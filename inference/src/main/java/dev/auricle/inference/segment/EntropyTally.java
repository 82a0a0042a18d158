package dev.auricle.inference.segment;

import dev.auricle.learning.learn.Prediction;
import dev.auricle.schemas.record.Uncertainty;

/** Mean entropy over all pixels, and over those that are predicted to be something. */
final class EntropyTally {
    private double sum;
    private long count;
    private double foregroundSum;
    private long foregroundCount;

    void add(Prediction prediction) {
        for (int pixel = 0; pixel < prediction.labels().length; pixel++) {
            float entropy = prediction.entropy()[pixel];
            sum += entropy;
            count++;
            if (prediction.labels()[pixel] != 0) {
                foregroundSum += entropy;
                foregroundCount++;
            }
        }
    }

    Uncertainty uncertainty() {
        return Uncertainty.newBuilder()
                .setMeanEntropy(count == 0 ? 0 : sum / count)
                .setForegroundEntropy(foregroundCount == 0 ? 0 : foregroundSum / foregroundCount)
                .build();
    }
}
