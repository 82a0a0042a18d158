package dev.auricle.dicom.codec;

/** A Huffman table (T.81, annex C and F.2.2.3): codes of at most 16 bits, found by length. */
final class JpegHuffman {
    private static final int LONGEST = 16;
    private static final int QUICK = 9;

    /** For each length, the first code that is too large for it, moved up to 16 bits. */
    private final int[] limits = new int[LONGEST + 2];

    /** For each length, what added to a code gives the place of its symbol. */
    private final int[] offsets = new int[LONGEST + 1];

    private final byte[] symbols;

    /** By the first bits of a code: its length and symbol if it is no longer than they are, else 0. */
    private final short[] quick = new short[1 << QUICK];

    /** Reads a table from its segment. */
    JpegHuffman(MarkerReader segment) {
        var counts = new int[LONGEST + 1];
        int total = 0;
        for (int length = 1; length <= LONGEST; length++) {
            counts[length] = segment.u8();
            total += counts[length];
        }
        if (total > 256) {
            throw new UnableToDecode("a Huffman table of " + total + " codes");
        }
        symbols = new byte[total];
        for (int i = 0; i < total; i++) {
            symbols[i] = (byte) segment.u8();
        }
        assign(counts);
    }

    private void assign(int[] counts) {
        int code = 0;
        int place = 0;
        for (int length = 1; length <= LONGEST; length++) {
            offsets[length] = place - code;
            if (code + counts[length] > 1 << length) {
                throw new UnableToDecode("a Huffman table has more codes than there can be");
            }
            for (int i = 0; i < counts[length]; i++, code++, place++) {
                remember(code, length, symbols[place]);
            }
            limits[length] = code << (LONGEST - length);
            code <<= 1;
        }
        limits[LONGEST + 1] = Integer.MAX_VALUE;
    }

    private void remember(int code, int length, byte symbol) {
        if (length <= QUICK) {
            int from = code << (QUICK - length);
            for (int i = from; i < from + (1 << (QUICK - length)); i++) {
                quick[i] = (short) ((length << 8) | (symbol & 0xFF));
            }
        }
    }

    /** The symbol whose code comes next. */
    int read(JpegBits bits) {
        int ahead = bits.peek16();
        int known = quick[ahead >> (LONGEST - QUICK)];
        if (known != 0) {
            bits.skip(known >> 8);
            return known & 0xFF;
        }
        int length = QUICK + 1;
        while (ahead >= limits[length]) {
            length++;
        }
        if (length > LONGEST) {
            throw new UnableToDecode("a code that is in no Huffman table");
        }
        bits.skip(length);
        return symbols[(ahead >> (LONGEST - length)) + offsets[length]] & 0xFF;
    }
}
