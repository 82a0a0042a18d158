package dev.auricle.dicom.data;

import dev.auricle.dicom.dictionary.Vr;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The forms text takes in a value: several values, padding, dates and times (PS3.5, 6.2 and 6.4). */
final class Texts {
    private static final Pattern DATE = Pattern.compile("(\\d{4})\\.?(\\d{2})\\.?(\\d{2})");
    private static final Pattern TIME = Pattern.compile("(\\d{2}):?(\\d{2})?:?(\\d{2})?(?:\\.(\\d{1,6}))?");

    private Texts() {}

    /** The values of the text, each without the padding that does not count in the representation. */
    static List<String> split(String text, Vr vr) {
        if (!vr.isMultiValued()) {
            return List.of(stripEnd(text));
        }
        return Arrays.stream(text.split("\\\\", -1))
                .map(value -> stripEnd(value).stripLeading())
                .toList();
    }

    static Optional<LocalDate> date(String text) {
        var match = DATE.matcher(text);
        return match.matches()
                ? valid(() -> LocalDate.of(part(match, 1), part(match, 2), part(match, 3)))
                : Optional.empty();
    }

    static Optional<LocalTime> time(String text) {
        var match = TIME.matcher(text);
        return match.matches()
                ? valid(() -> LocalTime.of(part(match, 1), part(match, 2), part(match, 3), nanoseconds(match)))
                : Optional.empty();
    }

    private static int part(Matcher match, int group) {
        return match.group(group) == null ? 0 : Integer.parseInt(match.group(group));
    }

    private static int nanoseconds(Matcher match) {
        return match.group(4) == null ? 0 : Integer.parseInt((match.group(4) + "00000000").substring(0, 9));
    }

    private static <T> Optional<T> valid(Supplier<T> parsed) {
        try {
            return Optional.of(parsed.get());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String stripEnd(String text) {
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == 0)) {
            end--;
        }
        return text.substring(0, end);
    }
}
