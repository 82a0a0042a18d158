package dev.auricle.learning.loss;

import ai.djl.ndarray.NDArray;

/**
 * Cross entropy of the predicted classes, mean over all pixels of the batch:
 *
 * <pre>CE = −1/N Σᵢ ln p(yᵢ)      p = softmax(logits)</pre>
 *
 * <p>Computed from log-softmax, logits − ln Σ exp(logits), with the largest logit taken out first. So it is finite for
 * every finite logit, and its gradient, (p − onehot(y)) / N, never vanishes on a pixel that is wrong.
 */
public final class CrossEntropy implements Loss {

    private static final int CLASS_AXIS = 1;

    @Override
    public NDArray of(NDArray logits, NDArray labels) {
        NDArray logProbabilities = logits.logSoftmax(CLASS_AXIS);
        return logProbabilities
                .gather(labels.expandDims(CLASS_AXIS), CLASS_AXIS)
                .mean()
                .neg();
    }
}
