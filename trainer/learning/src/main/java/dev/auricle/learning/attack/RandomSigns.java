package dev.auricle.learning.attack;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.auricle.learning.draw.RandomDraw;
import dev.auricle.learning.engine.Recording;

/**
 * Noise as strong as an attack, but blind: every pixel is moved by ε, up or down by chance. A model minds it little; what
 * an attack costs beyond it is the adversary's doing.
 *
 * @param epsilon by how much, in z-scores, above 0
 */
public record RandomSigns(double epsilon) implements Disturbance {

    /** Refuses noise that is none. */
    public RandomSigns {
        if (!(epsilon > 0 && epsilon < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("epsilon must be above 0, not " + epsilon);
        }
    }

    @Override
    public Disturber begin(NDManager owner) {
        return (model, images, labels, streams) -> moved(images, streams);
    }

    private NDArray moved(NDArray images, long[] streams) {
        int size = (int) (images.size() / streams.length);
        float[] offsets = new float[(int) images.size()];
        for (int image = 0; image < streams.length; image++) {
            RandomDraw draw = RandomDraw.of(streams[image]);
            for (int pixel = 0; pixel < size; pixel++) {
                offsets[image * size + pixel] = (float) (draw.nextInt(2) == 0 ? epsilon : -epsilon);
            }
        }
        try (NDManager scope = images.getManager().newSubManager()) {
            NDArray noise = scope.create(offsets, images.getShape());
            return Recording.suspended(() -> images.add(noise));
        }
    }
}
