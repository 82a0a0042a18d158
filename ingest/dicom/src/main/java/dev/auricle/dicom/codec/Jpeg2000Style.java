package dev.auricle.dicom.codec;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * How a component is coded (T.800, A.6.1).
 *
 * @param levels of decomposition
 * @param blockWidth of code blocks, as a power of two; likewise {@code blockHeight}
 * @param modes of coding blocks
 * @param precincts of each resolution: width in the low four bits, height above, as powers of two
 */
record Jpeg2000Style(
        int levels, int blockWidth, int blockHeight, int modes, boolean reversible, List<Integer> precincts) {
    static final int BYPASS = 1;
    static final int RESET = 2;
    static final int TERMINATE = 4;
    static final int CAUSAL = 8;
    static final int SYMBOLS = 32;

    private static final int MOST_LEVELS = 32;
    private static final int WHOLE = 0xFF;

    Jpeg2000Style {
        precincts = List.copyOf(precincts);
        if (levels > MOST_LEVELS || blockWidth > 10 || blockHeight > 10 || blockWidth + blockHeight > 12) {
            throw new UnableToDecode(levels + " levels, code blocks of 2^" + blockWidth + " by 2^" + blockHeight);
        }
        if (modes > 0x3F) {
            throw new UnableToDecode("code blocks of high throughput");
        }
    }

    /** Reads what COD and COC have in common. */
    static Jpeg2000Style read(ByteBuffer segment, boolean withPrecincts) {
        int levels = segment.get() & 0xFF;
        int blockWidth = (segment.get() & 15) + 2;
        int blockHeight = (segment.get() & 15) + 2;
        int modes = segment.get() & 0xFF;
        boolean reversible = segment.get() == 1;
        var precincts = new ArrayList<Integer>();
        for (int i = 0; i <= Math.min(levels, MOST_LEVELS); i++) {
            int precinct = withPrecincts ? segment.get() & 0xFF : WHOLE;
            if (i > 0 && ((precinct & 15) == 0 || precinct >> 4 == 0)) {
                throw new UnableToDecode("precincts of half a sample");
            }
            precincts.add(precinct);
        }
        return new Jpeg2000Style(levels, blockWidth, blockHeight, modes, reversible, precincts);
    }

    boolean has(int mode) {
        return (modes & mode) != 0;
    }

    int precinctWidth(int resolution) {
        return precincts.get(resolution) & 15;
    }

    int precinctHeight(int resolution) {
        return precincts.get(resolution) >> 4;
    }
}
