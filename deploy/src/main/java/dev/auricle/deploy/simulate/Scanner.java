package dev.auricle.deploy.simulate;

import dev.auricle.dicom.space.Vector;

/**
 * What a site's scanner makes of a body.
 *
 * @param sampling of its images
 * @param sequence as it names it
 * @param tissues how bright it shows them
 * @param bias by which share brightness rises or falls from the middle to the edge, at most
 * @param noise standard deviation, as a share of the brightest tissue
 */
record Scanner(Sampling sampling, Sequence sequence, Contrast.Tissues tissues, double bias, double noise) {
    /**
     * The grid of images, but for how many there are.
     *
     * @param pixelSpacing in both directions, in millimetres
     * @param fewest slices
     * @param most slices
     * @param tiltDegrees by which slices are turned about the axis from right to left
     */
    record Sampling(
            int rows, int columns, double pixelSpacing, double sliceSpacing, int fewest, int most, double tiltDegrees) {
        /** In which the row index grows. */
        Vector columnDirection() {
            double angle = StrictMath.toRadians(tiltDegrees);
            return new Vector(0, StrictMath.cos(angle), StrictMath.sin(angle));
        }
    }

    /**
     * How images are taken.
     *
     * @param type Scanning Sequence
     * @param variant Sequence Variant
     * @param repetition in milliseconds
     * @param echo in milliseconds
     * @param flip in degrees
     */
    record Sequence(String name, String type, String variant, double repetition, double echo, double flip) {}
}
