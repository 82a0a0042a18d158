package dev.auricle.learning.descend;

/**
 * What one step came to. A loss that is not finite changed nothing.
 *
 * @param loss before the step
 * @param gradientNorm over all parameters, before it was limited; NaN when there was no step
 */
public record Descended(double loss, double gradientNorm) {

    /** False when the loss was NaN or infinite, so that no step was made. */
    public boolean isFinite() {
        return Double.isFinite(loss);
    }
}
