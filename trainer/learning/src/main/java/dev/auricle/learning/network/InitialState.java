package dev.auricle.learning.network;

import dev.auricle.learning.draw.RandomDraw;
import dev.auricle.learning.state.Layout;
import dev.auricle.learning.state.ModelState;
import dev.auricle.learning.state.TensorShape;
import java.util.Arrays;

/**
 * Draws the parameters a network begins with.
 *
 * <p>Weights are normal with mean 0 and deviation √(2 / ((1 + a²) · fan-in)), where a is the slope of the LeakyReLU that
 * follows: the variance of the activations then stays the same from layer to layer (He, Zhang, Ren, Sun, <i>Delving deep
 * into rectifiers</i>, ICCV 2015). Scales of a normalisation are 1; shifts and biases are 0.
 *
 * <p>Each tensor draws from a stream of its own, named by (seed, its name): a network that gets one more tensor keeps the
 * values of all others.
 */
final class InitialState {

    private static final String SCALE = ".scale";

    private InitialState() {}

    /** The same bits on every machine; a tensor of two or more dimensions is a weight [out, in, …]. */
    static ModelState draw(Layout layout, double slope, long seed) {
        float[] vector = new float[layout.parameters()];
        for (TensorShape tensor : layout.tensors()) {
            int from = layout.offsetOf(tensor.name());
            int to = from + tensor.size();
            if (tensor.dimensions().size() > 1) {
                drawWeights(
                        vector, from, to, deviation(tensor, slope), RandomDraw.of(seed, RandomDraw.key(tensor.name())));
            } else {
                Arrays.fill(vector, from, to, tensor.name().endsWith(SCALE) ? 1 : 0);
            }
        }
        return ModelState.of(layout, vector);
    }

    private static void drawWeights(float[] vector, int from, int to, double deviation, RandomDraw draw) {
        for (int i = from; i < to; i++) {
            vector[i] = (float) (deviation * draw.nextGaussian());
        }
    }

    private static double deviation(TensorShape weight, double slope) {
        int fanIn = weight.size() / weight.dimensions().get(0);
        return StrictMath.sqrt(2 / ((1 + slope * slope) * fanIn));
    }
}
