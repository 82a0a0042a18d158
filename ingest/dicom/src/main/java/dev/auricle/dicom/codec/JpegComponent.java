package dev.auricle.dicom.codec;

/**
 * One colour of a JPEG frame (T.81, B.2.2).
 *
 * @param horizontal how often it is sampled across a unit, and
 * @param vertical down
 * @param quantisation the number of its table
 */
record JpegComponent(int id, int horizontal, int vertical, int quantisation) {
    private static final int MOST = 4;

    JpegComponent {
        if (horizontal < 1 || horizontal > MOST || vertical < 1 || vertical > MOST || quantisation >= MOST) {
            throw new UnableToDecode("a component sampled " + horizontal + " by " + vertical);
        }
    }
}
