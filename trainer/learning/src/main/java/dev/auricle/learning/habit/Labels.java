package dev.auricle.learning.habit;

import java.util.BitSet;

/** Classes in a label: one byte a pixel, unsigned, 0 is background. */
final class Labels {

    private Labels() {}

    /** The foreground classes that are there, in the order of their numbers. */
    static int[] foregroundOf(byte[] label) {
        BitSet there = new BitSet();
        for (byte number : label) {
            there.set(Byte.toUnsignedInt(number));
        }
        there.clear(0);
        return there.stream().toArray();
    }

    /** Draws a region where it belongs to the class or to nobody, in the label as it was and as it is drawn so far. */
    static void put(byte[] drawn, int classNumber, BinaryMask region, byte[] before) {
        for (int i = 0; i < drawn.length; i++) {
            boolean isFree = drawn[i] == 0 && (before[i] == 0 || Byte.toUnsignedInt(before[i]) == classNumber);
            if (isFree && region.contains(i)) {
                drawn[i] = (byte) classNumber;
            }
        }
    }
}
