package dev.auricle.dicom.data;

import dev.auricle.dicom.dictionary.Vr;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Numbers in values, as text (IS, DS) and as binary. */
final class Numbers {
    private static final int LONGEST_DECIMAL = 16;

    private Numbers() {}

    static OptionalInt integer(String text) {
        try {
            return OptionalInt.of(Integer.parseInt(text.startsWith("+") ? text.substring(1) : text));
        } catch (NumberFormatException e) {
            return whole(text);
        }
    }

    /** Writers put {@code 3.0} and {@code 1e3} where an integer belongs: take it if nothing is lost. */
    private static OptionalInt whole(String text) {
        var number = decimal(text);
        boolean fits = number.isPresent() && number.getAsDouble() == (int) number.getAsDouble();
        return fits ? OptionalInt.of((int) number.getAsDouble()) : OptionalInt.empty();
    }

    static OptionalDouble decimal(String text) {
        try {
            double number = Double.parseDouble(text);
            boolean plain = text.chars().allMatch(c -> (c >= '0' && c <= '9') || "+-.eE".indexOf(c) >= 0);
            return plain && Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    /** Those of 64 bits and no sign come as the long of the same bits. */
    static Optional<long[]> integers(ValueElement element, Vr vr) {
        boolean whole = vr.kind() == Vr.Kind.SIGNED || vr.kind() == Vr.Kind.UNSIGNED;
        if (!whole) {
            return Optional.empty();
        }
        var buffer = element.value().buffer(element.order());
        var numbers = new long[buffer.remaining() / vr.wordSize()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = whole(buffer, vr);
        }
        return Optional.of(numbers);
    }

    /** The number as int, if it is one. */
    static OptionalInt narrow(long number, Vr vr) {
        boolean fits = number == (int) number && (vr != Vr.UV || number >= 0);
        return fits ? OptionalInt.of((int) number) : OptionalInt.empty();
    }

    static Optional<double[]> decimals(ValueElement element, Vr vr) {
        var buffer = element.value().buffer(element.order());
        return switch (vr) {
            case US, SS, UL, SL, UV, SV, FL, FD, OF, OD -> {
                var numbers = new double[buffer.remaining() / vr.wordSize()];
                for (int i = 0; i < numbers.length; i++) {
                    numbers[i] = decimal(buffer, vr);
                }
                yield Optional.of(numbers);
            }
            default -> Optional.empty();
        };
    }

    private static double decimal(ByteBuffer buffer, Vr vr) {
        return switch (vr) {
            case FL, OF -> buffer.getFloat();
            case FD, OD -> buffer.getDouble();
            case UV -> unsigned(buffer.getLong());
            default -> whole(buffer, vr);
        };
    }

    /** Rounded as other numbers are that a double cannot hold. */
    private static double unsigned(long bits) {
        return bits >= 0 ? bits : new BigDecimal(Long.toUnsignedString(bits)).doubleValue();
    }

    private static long whole(ByteBuffer buffer, Vr vr) {
        return switch (vr) {
            case US -> Short.toUnsignedLong(buffer.getShort());
            case SS -> buffer.getShort();
            case UL -> Integer.toUnsignedLong(buffer.getInt());
            case SL -> buffer.getInt();
            default -> buffer.getLong();
        };
    }

    /** The number as DS, at most 16 characters with as many digits as these hold (PS3.5, 6.2). */
    static Optional<String> decimalString(double number) {
        if (!Double.isFinite(number)) {
            return Optional.empty();
        }
        for (int digits = 17; digits > 0; digits--) {
            var rounded = new BigDecimal(number).round(new MathContext(digits, RoundingMode.HALF_EVEN));
            var text = shortest(rounded);
            if (text.length() <= LONGEST_DECIMAL) {
                return Optional.of(text);
            }
        }
        return Optional.empty();
    }

    private static String shortest(BigDecimal number) {
        var plain = number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        var scientific = number.stripTrailingZeros().toString();
        return plain.length() <= LONGEST_DECIMAL || plain.length() <= scientific.length() ? plain : scientific;
    }
}
