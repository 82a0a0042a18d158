package dev.auricle.dicom.codec;

import java.util.Arrays;

/**
 * Decodes the coefficients of code blocks plane by plane (T.800, annex D). Every plane is gone through three times:
 * coefficients that have significant neighbours, those that are significant themselves, and the rest.
 *
 * <p>A coefficient's state holds whether its eight neighbours are significant and the signs of four of them; it lies in
 * a grid with a margin all around. Magnitudes have one bit behind the point, which is set, so that what the planes not
 * decoded leave open is taken to be half of it.
 */
final class Jpeg2000BlockDecoder {
    private static final int NORTH = 1;
    private static final int SOUTH = 1 << 1;
    private static final int WEST = 1 << 2;
    private static final int EAST = 1 << 3;
    private static final int NORTH_WEST = 1 << 4;
    private static final int NORTH_EAST = 1 << 5;
    private static final int SOUTH_WEST = 1 << 6;
    private static final int SOUTH_EAST = 1 << 7;
    private static final int NEIGHBOURS = 0xFF;

    /** By how much the sign of a neighbour lies above its significance. */
    private static final int SIGN = 8;

    private static final int SIGNIFICANT = 1 << 12;
    private static final int VISITED = 1 << 13;
    private static final int REFINED = 1 << 14;

    /** Of the next stripe, not looked at where blocks are coded causally. */
    private static final int BELOW = SOUTH | SOUTH_WEST | SOUTH_EAST | (SOUTH << SIGN);

    private static final int STRIPE = 4;

    private static final int SIGN_CONTEXTS = 9;
    private static final int REFINEMENT_CONTEXTS = 14;
    private static final int RUN_CONTEXT = 17;
    private static final int UNIFORM_CONTEXT = 18;
    private static final int CONTEXTS = 19;

    /** [band kind, neighbours]: the context of a coefficient not significant yet (table D.1). */
    private static final byte[][] SIGNIFICANCE = new byte[4][NEIGHBOURS + 1];

    static {
        for (int neighbours = 0; neighbours <= NEIGHBOURS; neighbours++) {
            int across = Integer.bitCount(neighbours & (WEST | EAST));
            int down = Integer.bitCount(neighbours & (NORTH | SOUTH));
            int askew = Integer.bitCount(neighbours & (NORTH_WEST | NORTH_EAST | SOUTH_WEST | SOUTH_EAST));
            SIGNIFICANCE[0][neighbours] = (byte) along(across, down, askew);
            SIGNIFICANCE[Jpeg2000Band.ACROSS][neighbours] = (byte) along(down, across, askew);
            SIGNIFICANCE[Jpeg2000Band.DOWN][neighbours] = (byte) along(across, down, askew);
            SIGNIFICANCE[Jpeg2000Band.ACROSS + Jpeg2000Band.DOWN][neighbours] = (byte) diagonal(across + down, askew);
        }
    }

    private final Jpeg2000Style style;
    private final MqDecoder arithmetic = new MqDecoder(CONTEXTS);
    private Jpeg2000RawBits raw = new Jpeg2000RawBits(new byte[0]);
    private boolean bypassed;
    private int width;
    private int height;
    private int stride;
    private int[] states = new int[0];
    private int[] magnitudes = new int[0];
    private byte[] contexts = SIGNIFICANCE[0];

    Jpeg2000BlockDecoder(Jpeg2000Style style) {
        this.style = style;
    }

    private static int along(int first, int second, int askew) {
        if (first == 2) {
            return 8;
        }
        if (first == 1) {
            return second >= 1 ? 7 : askew >= 1 ? 6 : 5;
        }
        return second > 0 ? 2 + second : Math.min(askew, 2);
    }

    private static int diagonal(int straight, int askew) {
        return switch (Math.min(askew, 3)) {
            case 3 -> 8;
            case 2 -> straight >= 1 ? 7 : 6;
            case 1 -> 3 + Math.min(straight, 2);
            default -> Math.min(straight, 2);
        };
    }

    /**
     * Decodes a block's passes. Afterwards {@link #magnitude} and {@link #isNegative} tell its coefficients.
     *
     * @param kind of the band
     */
    void decode(Jpeg2000Block block, int kind) {
        width = block.place.width();
        height = block.place.height();
        stride = width + 2;
        states = cleared(states, stride * (height + 2));
        magnitudes = cleared(magnitudes, width * height);
        contexts = SIGNIFICANCE[kind];
        resetContexts();
        int pass = 0;
        for (var segment : block.segments()) {
            bypassed = style.has(Jpeg2000Style.BYPASS) && pass >= 10 && pass % 3 != 0;
            if (bypassed) {
                raw = new Jpeg2000RawBits(segment.data.toByteArray());
            } else {
                arithmetic.begin(segment.data.toByteArray());
            }
            for (int i = 0; i < segment.passes; i++, pass++) {
                // The first pass of all is the last of its plane.
                decodePass((pass + 2) % 3, block.planes() - 1 - (pass + 2) / 3);
                if (style.has(Jpeg2000Style.RESET)) {
                    resetContexts();
                }
            }
        }
    }

    private static int[] cleared(int[] array, int length) {
        if (array.length < length) {
            return new int[length];
        }
        Arrays.fill(array, 0, length, 0);
        return array;
    }

    private void resetContexts() {
        for (int context = 0; context < CONTEXTS; context++) {
            arithmetic.set(context, 0);
        }
        arithmetic.set(0, 4);
        arithmetic.set(RUN_CONTEXT, 3);
        arithmetic.set(UNIFORM_CONTEXT, 46);
    }

    /** Twice the magnitude of a coefficient [row, column], and half of what was not decoded. */
    int magnitude(int row, int column) {
        return magnitudes[row * width + column];
    }

    boolean isNegative(int row, int column) {
        // Its neighbours know its sign; there is always one, if only in the margin.
        return (states[(row + 1) * stride + column + 2] & (WEST << SIGN)) != 0;
    }

    private void decodePass(int kind, int plane) {
        int bit = 1 << (plane + 1);
        for (int top = 0; top < height; top += STRIPE) {
            int bottom = Math.min(top + STRIPE, height);
            for (int column = 0; column < width; column++) {
                switch (kind) {
                    case 0 -> propagate(top, bottom, column, bit);
                    case 1 -> refine(top, bottom, column, bit);
                    default -> cleanUp(top, bottom, column, bit);
                }
            }
        }
        if (kind == 2 && style.has(Jpeg2000Style.SYMBOLS)) {
            for (int i = 0; i < 4; i++) {
                arithmetic.decode(UNIFORM_CONTEXT);
            }
        }
    }

    private int state(int at, int row) {
        boolean causal = style.has(Jpeg2000Style.CAUSAL) && row % STRIPE == STRIPE - 1;
        return causal ? states[at] & ~BELOW : states[at];
    }

    private void propagate(int top, int bottom, int column, int bit) {
        for (int row = top; row < bottom; row++) {
            int at = (row + 1) * stride + column + 1;
            int state = state(at, row);
            if ((state & SIGNIFICANT) == 0 && (state & NEIGHBOURS) != 0) {
                int one = bypassed ? raw.bit() : arithmetic.decode(contexts[state & NEIGHBOURS]);
                if (one == 1) {
                    becomeSignificant(at, row, column, bit);
                }
                states[at] |= VISITED;
            }
        }
    }

    private void refine(int top, int bottom, int column, int bit) {
        for (int row = top; row < bottom; row++) {
            int at = (row + 1) * stride + column + 1;
            if ((states[at] & (SIGNIFICANT | VISITED)) == SIGNIFICANT) {
                int one = bypassed ? raw.bit() : arithmetic.decode(refinementContext(state(at, row)));
                magnitudes[row * width + column] += one == 1 ? bit >> 1 : -(bit >> 1);
                states[at] |= REFINED;
            }
        }
    }

    private static int refinementContext(int state) {
        if ((state & REFINED) != 0) {
            return REFINEMENT_CONTEXTS + 2;
        }
        return REFINEMENT_CONTEXTS + ((state & NEIGHBOURS) == 0 ? 0 : 1);
    }

    private void cleanUp(int top, int bottom, int column, int bit) {
        int row = top;
        if (bottom - top == STRIPE && isQuiet(top, column)) {
            if (arithmetic.decode(RUN_CONTEXT) == 0) {
                return;
            }
            row += 2 * arithmetic.decode(UNIFORM_CONTEXT);
            row += arithmetic.decode(UNIFORM_CONTEXT);
            becomeSignificant((row + 1) * stride + column + 1, row, column, bit);
            row++;
        }
        for (; row < bottom; row++) {
            int at = (row + 1) * stride + column + 1;
            int state = state(at, row);
            if ((state & (SIGNIFICANT | VISITED)) == 0 && arithmetic.decode(contexts[state & NEIGHBOURS]) == 1) {
                becomeSignificant(at, row, column, bit);
            }
        }
        for (int each = top; each < bottom; each++) {
            states[(each + 1) * stride + column + 1] &= ~VISITED;
        }
    }

    /** Whether nothing in a column of the stripe is significant, nor beside it. */
    private boolean isQuiet(int top, int column) {
        int all = 0;
        for (int row = top; row < top + STRIPE; row++) {
            all |= state((row + 1) * stride + column + 1, row);
        }
        return (all & (SIGNIFICANT | VISITED | NEIGHBOURS)) == 0;
    }

    private void becomeSignificant(int at, int row, int column, int bit) {
        boolean negative = readSign(state(at, row));
        magnitudes[row * width + column] = bit | (bit >> 1);
        states[at] |= SIGNIFICANT;
        int sign = negative ? 1 << SIGN : 0;
        states[at - stride] |= SOUTH | (SOUTH * sign);
        states[at + stride] |= NORTH | (NORTH * sign);
        states[at - 1] |= EAST | (EAST * sign);
        states[at + 1] |= WEST | (WEST * sign);
        states[at - stride - 1] |= SOUTH_EAST;
        states[at - stride + 1] |= SOUTH_WEST;
        states[at + stride - 1] |= NORTH_EAST;
        states[at + stride + 1] |= NORTH_WEST;
    }

    /** By what the four neighbours' signs let expect (tables D.2 and D.3). */
    private boolean readSign(int state) {
        if (bypassed) {
            return raw.bit() == 1;
        }
        int across = sign(state, WEST, EAST);
        int down = sign(state, NORTH, SOUTH);
        boolean turned = across < 0 || (across == 0 && down < 0);
        int context = across == 0 ? Math.abs(down) : 3 + (turned ? -down : down);
        return (arithmetic.decode(SIGN_CONTEXTS + context) == 1) != turned;
    }

    private static int sign(int state, int first, int second) {
        int sum = one(state, first) + one(state, second);
        return Integer.signum(sum);
    }

    private static int one(int state, int neighbour) {
        if ((state & neighbour) == 0) {
            return 0;
        }
        return (state & (neighbour << SIGN)) == 0 ? 1 : -1;
    }
}
