package dev.auricle.learning.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/**
 * One minus the soft Dice overlap, mean over the foreground classes c = 1 … C − 1:
 *
 * <pre>
 * D_c = (2 Σᵢ pᵢ(c)·yᵢ(c) + s) / (Σᵢ pᵢ(c) + Σᵢ yᵢ(c) + s)      s = 1 pixel
 * loss = 1 − mean_c D_c
 * </pre>
 *
 * <p>(Milletari, Navab, Ahmadi, <i>V-Net</i>, 3DV 2016, with plain sums in the denominator.) The sums run over all pixels
 * of the batch, not of each image: a slice without the organ then does not turn the loss into a step function. The smooth
 * term s keeps 0/0 away and makes a class that is neither there nor predicted cost nothing. The background is left out:
 * its overlap is close to 1 from the first step, and cross entropy already counts it.
 */
public final class SoftDice implements Loss {

    private static final int CLASS_AXIS = 1;
    private static final int[] ALL_BUT_CLASS = {0, 2, 3};
    private static final double SMOOTH = 1;

    @Override
    public NDArray of(NDArray logits, NDArray labels) {
        NDArray predicted = logits.softmax(CLASS_AXIS);
        NDArray actual = oneHot(logits, labels);
        NDArray overlap = predicted.mul(actual).sum(ALL_BUT_CLASS);
        NDArray total = predicted.sum(ALL_BUT_CLASS).add(actual.sum(ALL_BUT_CLASS));
        // Not mul(2): the record of a product keeps the factor, and DJL's memory of a plain number goes when it likes.
        NDArray dice = overlap.add(overlap).add(SMOOTH).div(total.add(SMOOTH));
        return dice.get("1:").mean().neg().add(1);
    }

    /** [batch, class, row, column] of 0 and 1, of the logits' type. */
    private static NDArray oneHot(NDArray logits, NDArray labels) {
        NDManager manager = logits.getManager();
        int classes = (int) logits.getShape().get(CLASS_AXIS);
        NDArray numbers = manager.arange(0, classes, 1, labels.getDataType()).reshape(new Shape(1, classes, 1, 1));
        return labels.expandDims(CLASS_AXIS).eq(numbers).toType(logits.getDataType(), false);
    }
}
