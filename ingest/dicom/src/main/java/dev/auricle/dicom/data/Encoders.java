package dev.auricle.dicom.data;

import dev.auricle.dicom.dictionary.Tag;
import dev.auricle.dicom.dictionary.Vr;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Values to little-endian bytes. */
final class Encoders {
    private Encoders() {}

    static byte[] integers(Tag tag, Vr vr, long[] numbers) {
        var buffer = ByteBuffer.allocate(numbers.length * vr.wordSize()).order(ByteOrder.LITTLE_ENDIAN);
        for (long number : numbers) {
            if (!fits(vr, number)) {
                throw new UnableToEncodeValue(tag, "has a number that " + vr + " cannot hold");
            }
            switch (vr.wordSize()) {
                case 2 -> buffer.putShort((short) number);
                case 4 -> buffer.putInt((int) number);
                default -> buffer.putLong(number);
            }
        }
        return buffer.array();
    }

    private static boolean fits(Vr vr, long number) {
        return switch (vr) {
            case US -> number >= 0 && number <= 0xFFFF;
            case SS -> number == (short) number;
            case UL -> number >= 0 && number <= 0xFFFF_FFFFL;
            case SL -> number == (int) number;
            case UV -> number >= 0;
            default -> true;
        };
    }

    static byte[] floating(Vr vr, double[] numbers) {
        var buffer = ByteBuffer.allocate(numbers.length * vr.wordSize()).order(ByteOrder.LITTLE_ENDIAN);
        for (double number : numbers) {
            if (vr == Vr.FL) {
                buffer.putFloat((float) number);
            } else {
                buffer.putDouble(number);
            }
        }
        return buffer.array();
    }

    static String decimal(Tag tag, double number) {
        return Numbers.decimalString(number).orElseThrow(() -> new UnableToEncodeValue(tag, "has no such number"));
    }

    static byte[] padded(Vr vr, byte[] value) {
        if (value.length % 2 == 0) {
            return value;
        }
        var even = Arrays.copyOf(value, value.length + 1);
        even[value.length] = vr.padding();
        return even;
    }
}
