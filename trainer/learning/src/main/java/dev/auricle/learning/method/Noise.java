package dev.auricle.learning.method;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.auricle.learning.draw.RandomDraw;

/** Standard normal numbers for z: ε of z = μ + σ·ε. */
final class Noise {

    private Noise() {}

    /** [stream, size], each row drawn from a stream of its own. */
    static NDArray in(NDManager manager, int size, long[] streams) {
        float[] values = new float[streams.length * size];
        for (int row = 0; row < streams.length; row++) {
            RandomDraw draw = RandomDraw.of(streams[row]);
            for (int i = 0; i < size; i++) {
                values[row * size + i] = (float) draw.nextGaussian();
            }
        }
        return manager.create(values, new Shape(streams.length, size));
    }
}
