package dev.auricle.dicom.deidentify;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.Element;
import dev.auricle.dicom.data.ValueElement;
import dev.auricle.dicom.dictionary.Vr;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Moves dates back by a number of days, the same for all of a patient, so that distances stay. Times of day stay, and
 * so do not the offsets from UTC, which tell where on earth, and in which half of the year.
 */
record DateShift(int days) {
    private static final int MOST_DAYS = 3650;
    private static final Pattern DATE = Pattern.compile("(\\d{4})\\.?(\\d{2})\\.?(\\d{2})");
    private static final Pattern DATE_TIME =
            Pattern.compile("(\\d{4})(?:(\\d{2})(?:(\\d{2})((?:\\d{2}){0,3}(?:\\.\\d{1,6})?))?)?(?:[+-]\\d{4})?");

    /** That of a patient. */
    static DateShift of(String patient, Pseudonyms pseudonyms) {
        long hash = pseudonyms.uuid("date", patient).getMostSignificantBits();
        return new DateShift(1 + (int) Long.remainderUnsigned(hash, MOST_DAYS));
    }

    /** The dates moved; nothing if one of them is none. */
    Optional<Element> of(ValueElement element, DataSet in) {
        var vr = Representations.understood(element);
        var moved = new ArrayList<String>();
        for (var text : Text.of(in, element.tag()).orElseThrow()) {
            var date = vr == Vr.DA ? date(text) : dateTime(text);
            if (date.isEmpty() && !text.isEmpty()) {
                return Optional.empty();
            }
            moved.add(date.orElse(""));
        }
        return Optional.of(Text.element(element.tag(), vr, String.join("\\", moved)));
    }

    private Optional<String> date(String text) {
        var match = DATE.matcher(text);
        return match.matches() ? moved(match.group(1), match.group(2), match.group(3)) : Optional.empty();
    }

    /** A date and time as precise as it was. */
    private Optional<String> dateTime(String text) {
        var match = DATE_TIME.matcher(text);
        if (!match.matches()) {
            return Optional.empty();
        }
        var month = Optional.ofNullable(match.group(2));
        var day = Optional.ofNullable(match.group(3));
        int precision = day.isPresent() ? 8 : month.isPresent() ? 6 : 4;
        var time = Optional.ofNullable(match.group(4)).orElse("");
        return moved(match.group(1), month.orElse("01"), day.orElse("01"))
                .map(date -> date.substring(0, precision) + time);
    }

    private Optional<String> moved(String year, String month, String day) {
        try {
            var date = LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
            return Optional.of(date.minusDays(days).format(DateTimeFormatter.BASIC_ISO_DATE));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
