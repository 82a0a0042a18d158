package dev.auricle.dicom.json;

import dev.auricle.dicom.dictionary.Tag;
import dev.auricle.dicom.dictionary.Vr;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers of the JSON model, which come as digits, to the numbers of values. */
final class JsonNumbers {
    private static final int LONGEST_DECIMAL = 16;
    private static final int LONGEST_WHOLE = 20;
    private static final long EXACT_IN_DOUBLE = 1L << 53;
    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1," + LONGEST_WHOLE + "}");
    private static final Pattern FLOATING =
            Pattern.compile("NaN|-?Infinity|[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
    private static final Pattern TAG = Pattern.compile("[0-9A-Fa-f]{8}");

    private JsonNumbers() {}

    /** The tag with these eight hexadecimal digits. */
    static Optional<Tag> tag(String digits) {
        return TAG.matcher(digits).matches()
                ? Optional.of(new Tag(Integer.parseUnsignedInt(digits, 16)))
                : Optional.empty();
    }

    /** Puts the number behind what is in the buffer already; whether it fits. */
    static boolean put(ByteBuffer buffer, Vr vr, String digits) {
        return switch (vr) {
            case US ->
                whole(digits, 0, 0xFFFF)
                        .map(n -> buffer.putShort(n.shortValue()))
                        .isPresent();
            case SS ->
                whole(digits, Short.MIN_VALUE, Short.MAX_VALUE)
                        .map(n -> buffer.putShort(n.shortValue()))
                        .isPresent();
            case UL ->
                whole(digits, 0, 0xFFFF_FFFFL)
                        .map(n -> buffer.putInt(n.intValue()))
                        .isPresent();
            case SL ->
                whole(digits, Integer.MIN_VALUE, Integer.MAX_VALUE)
                        .map(n -> buffer.putInt(n.intValue()))
                        .isPresent();
            case SV ->
                whole(digits, Long.MIN_VALUE, Long.MAX_VALUE)
                        .map(buffer::putLong)
                        .isPresent();
            case UV -> unsigned(digits).map(buffer::putLong).isPresent();
            case FL ->
                floating(digits).map(n -> buffer.putFloat(n.floatValue())).isPresent();
            case FD -> floating(digits).map(buffer::putDouble).isPresent();
            case AT -> tag(digits).map(tag -> putTag(buffer, tag)).isPresent();
            default -> false;
        };
    }

    /** The integer, also where it is written as {@code 3.0} or {@code 1e3}. */
    static Optional<Long> whole(String digits, long least, long most) {
        return exact(digits).filter(number -> number >= least && number <= most);
    }

    /** The number as DS has it, with as many digits as 16 characters hold. */
    static Optional<String> decimalString(String digits) {
        if (digits.length() <= LONGEST_DECIMAL) {
            return FLOATING.matcher(digits).matches() ? Optional.of(digits) : Optional.empty();
        }
        return floating(digits).filter(Double::isFinite).map(BigDecimal::new).flatMap(JsonNumbers::shortened);
    }

    private static Optional<String> shortened(BigDecimal number) {
        for (int precision = LONGEST_DECIMAL; precision > 0; precision--) {
            var text = number.round(new MathContext(precision))
                    .stripTrailingZeros()
                    .toString();
            if (text.length() <= LONGEST_DECIMAL) {
                return Optional.of(text);
            }
        }
        return Optional.empty();
    }

    private static Optional<Long> exact(String digits) {
        if (WHOLE.matcher(digits).matches()) {
            try {
                return Optional.of(Long.parseLong(digits));
            } catch (NumberFormatException tooLarge) {
                return Optional.empty();
            }
        }
        return floating(digits)
                .filter(number -> number == Math.rint(number) && Math.abs(number) <= EXACT_IN_DOUBLE)
                .map(Double::longValue);
    }

    private static Optional<Long> unsigned(String digits) {
        if (WHOLE.matcher(digits).matches()) {
            try {
                return Optional.of(Long.parseUnsignedLong(digits));
            } catch (NumberFormatException tooLarge) {
                return Optional.empty();
            }
        }
        return whole(digits, 0, Long.MAX_VALUE);
    }

    private static Optional<Double> floating(String digits) {
        return FLOATING.matcher(digits).matches() ? Optional.of(Double.parseDouble(digits)) : Optional.empty();
    }

    private static ByteBuffer putTag(ByteBuffer buffer, Tag tag) {
        return buffer.putShort((short) tag.group()).putShort((short) tag.element());
    }
}
