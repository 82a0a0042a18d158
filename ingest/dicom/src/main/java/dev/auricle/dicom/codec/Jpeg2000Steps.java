package dev.auricle.dicom.codec;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * How the coefficients of a component are quantised (T.800, A.6.4 and E.1).
 *
 * @param guard bits
 * @param derived whether only the first step is said
 * @param steps of the bands, the coarsest first: mantissa in the low eleven bits, exponent above
 */
record Jpeg2000Steps(int guard, boolean derived, List<Integer> steps) {
    private static final int MANTISSA = 11;

    Jpeg2000Steps {
        steps = List.copyOf(steps);
    }

    /** Reads what QCD and QCC have in common. */
    static Jpeg2000Steps read(ByteBuffer segment) {
        int style = segment.get() & 0xFF;
        var steps = new ArrayList<Integer>();
        while (segment.remaining() >= ((style & 31) == 0 ? 1 : 2)) {
            steps.add((style & 31) == 0 ? ((segment.get() & 0xFF) >> 3) << MANTISSA : segment.getShort() & 0xFFFF);
        }
        if ((style & 31) > 2 || steps.isEmpty()) {
            throw new UnableToDecode("quantisation of style " + (style & 31));
        }
        return new Jpeg2000Steps(style >> 5, (style & 31) == 1, steps);
    }

    /** The planes of bits that a band may have, counted from the coarsest band. */
    int planes(int band) {
        return guard + exponent(band) - 1;
    }

    /** The step of a band, for samples of a precision; 1 of detail in a direction doubles what there is. */
    double step(int band, int precision, int gain) {
        int mantissa = steps.get(derived ? 0 : index(band)) & ((1 << MANTISSA) - 1);
        return Math.scalb(1 + mantissa / (double) (1 << MANTISSA), precision + gain - exponent(band));
    }

    private int exponent(int band) {
        // From the coarsest band, each level of detail has one bit less (equation E-5).
        return derived ? (steps.get(0) >> MANTISSA) - Math.max(0, (band - 1) / 3) : steps.get(index(band)) >> MANTISSA;
    }

    private int index(int band) {
        if (band >= steps.size()) {
            throw new UnableToDecode("a band without a quantisation step");
        }
        return band;
    }
}
