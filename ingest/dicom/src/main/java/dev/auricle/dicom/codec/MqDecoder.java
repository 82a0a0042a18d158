package dev.auricle.dicom.codec;

/** The adaptive arithmetic decoder of JPEG 2000 (T.800, annex C); behind its data there are ones. */
final class MqDecoder {
    /** Probability, next state after the likelier symbol and after the other, and whether they change places. */
    private static final int[][] STATES = {
        {0x5601, 1, 1, 1}, {0x3401, 2, 6, 0}, {0x1801, 3, 9, 0}, {0x0AC1, 4, 12, 0}, {0x0521, 5, 29, 0},
        {0x0221, 38, 33, 0}, {0x5601, 7, 6, 1}, {0x5401, 8, 14, 0}, {0x4801, 9, 14, 0}, {0x3801, 10, 14, 0},
        {0x3001, 11, 17, 0}, {0x2401, 12, 18, 0}, {0x1C01, 13, 20, 0}, {0x1601, 29, 21, 0}, {0x5601, 15, 14, 1},
        {0x5401, 16, 14, 0}, {0x5101, 17, 15, 0}, {0x4801, 18, 16, 0}, {0x3801, 19, 17, 0}, {0x3401, 20, 18, 0},
        {0x3001, 21, 19, 0}, {0x2801, 22, 19, 0}, {0x2401, 23, 20, 0}, {0x2201, 24, 21, 0}, {0x1C01, 25, 22, 0},
        {0x1801, 26, 23, 0}, {0x1601, 27, 24, 0}, {0x1401, 28, 25, 0}, {0x1201, 29, 26, 0}, {0x1101, 30, 27, 0},
        {0x0AC1, 31, 28, 0}, {0x09C1, 32, 29, 0}, {0x08A1, 33, 30, 0}, {0x0521, 34, 31, 0}, {0x0441, 35, 32, 0},
        {0x02A1, 36, 33, 0}, {0x0221, 37, 34, 0}, {0x0141, 38, 35, 0}, {0x0111, 39, 36, 0}, {0x0085, 40, 37, 0},
        {0x0049, 41, 38, 0}, {0x0025, 42, 39, 0}, {0x0015, 43, 40, 0}, {0x0009, 44, 41, 0}, {0x0005, 45, 42, 0},
        {0x0001, 45, 43, 0}, {0x5601, 46, 46, 0}
    };

    private final int[] states;
    private final int[] likelier;
    private byte[] data = new byte[0];
    private int at;
    private int code;
    private int interval;
    private int shifts;

    /** With so many contexts, all of them in the state and with the likelier symbol that {@link #set} gives them. */
    MqDecoder(int contexts) {
        states = new int[contexts];
        likelier = new int[contexts];
    }

    void set(int context, int state) {
        states[context] = state;
        likelier[context] = 0;
    }

    /** Begins with other data; contexts stay as they are. */
    void begin(byte[] bytes) {
        data = bytes;
        at = 0;
        code = byteAt(0) << 16;
        readByte();
        code <<= 7;
        shifts -= 7;
        interval = 0x8000;
    }

    int decode(int context) {
        var state = STATES[states[context]];
        int probability = state[0];
        interval -= probability;
        boolean upper = (code >>> 16) >= probability;
        if (upper) {
            code -= probability << 16;
            if ((interval & 0x8000) != 0) {
                return likelier[context];
            }
        }
        // The smaller interval goes to the less likely symbol, but which is smaller may have changed.
        boolean likely = upper == (interval >= probability);
        if (!upper) {
            interval = probability;
        }
        int symbol = likely ? likelier[context] : 1 - likelier[context];
        if (!likely && state[3] == 1) {
            likelier[context] = 1 - likelier[context];
        }
        states[context] = state[likely ? 1 : 2];
        renormalise();
        return symbol;
    }

    private void renormalise() {
        do {
            if (shifts == 0) {
                readByte();
            }
            interval <<= 1;
            code <<= 1;
            shifts--;
        } while ((interval & 0x8000) == 0);
    }

    private void readByte() {
        if (byteAt(at) == 0xFF) {
            if (byteAt(at + 1) > 0x8F) {
                code += 0xFF00;
                shifts = 8;
            } else {
                at++;
                code += byteAt(at) << 9;
                shifts = 7;
            }
        } else {
            at++;
            code += byteAt(at) << 8;
            shifts = 8;
        }
    }

    private int byteAt(int index) {
        return index < data.length ? data[index] & 0xFF : 0xFF;
    }
}
