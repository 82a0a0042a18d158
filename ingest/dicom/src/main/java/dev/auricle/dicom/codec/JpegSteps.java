package dev.auricle.dicom.codec;

/** A quantisation table (T.81, B.2.4.1): by what the coefficients of a block are multiplied, in the order of the code. */
final class JpegSteps {
    private final int[] steps = new int[JpegDct.SIZE * JpegDct.SIZE];

    /** Reads a table from its segment. */
    JpegSteps(MarkerReader segment, boolean wide) {
        for (int i = 0; i < steps.length; i++) {
            steps[i] = wide ? segment.u16() : segment.u8();
        }
    }

    int at(int index) {
        return steps[index];
    }
}
