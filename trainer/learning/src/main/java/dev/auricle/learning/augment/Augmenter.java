package dev.auricle.learning.augment;

import dev.auricle.learning.draw.RandomDraw;
import java.util.List;

/**
 * Varies slices: flips, rotation together with elastic deformation, noise, and labels redrawn by another hand, in this order.
 *
 * <p>What happens to a sample is a function of (seed, epoch, sample) and of nothing else: not of the thread, not of the
 * samples before it. Each step draws from a stream of its own, so switching one off leaves the others' numbers alone.
 * Holds no state: any thread may use it at any time.
 */
public final class Augmenter {

    private final long seed;
    private final List<Augmentation> steps;

    /** The same seed and settings vary the same sample the same way. */
    public Augmenter(AugmentationSettings settings, long seed) {
        this.seed = seed;
        this.steps = List.of(
                new Flip(settings.flipProbability()),
                new Warping(List.of(
                        new Rotation(settings.rotationDegrees()), new ElasticDeformation(settings.elasticPixels()))),
                new GaussianNoise(settings.noiseDeviation()),
                new Redrawing(settings.habits()));
    }

    /**
     * A variation of a slice, or the slice itself when every step is switched off.
     *
     * @param epoch so that each epoch sees another variation
     * @param sample which sample it is, a number that stays with it
     */
    public Slice vary(Slice slice, int epoch, long sample) {
        Slice varied = slice;
        for (int step = 0; step < steps.size(); step++) {
            varied = steps.get(step).vary(varied, RandomDraw.of(seed, epoch, sample, step));
        }
        return varied;
    }
}
