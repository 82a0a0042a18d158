package dev.auricle.dicom.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** When a server that answers "later" wants to be asked again (RFC 9110, 10.2.3). */
final class RetryAfter {
    /** Where the server does not say. */
    private static final Duration USUAL = Duration.ofSeconds(1);

    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT);

    private RetryAfter() {}

    /** How long to wait, after a header with seconds or a date; not less than nothing. */
    static Duration of(Optional<String> header, Clock clock) {
        return header.map(String::strip).map(text -> parse(text, clock)).orElse(USUAL);
    }

    private static Duration parse(String text, Clock clock) {
        if (text.matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(text));
        }
        try {
            var wait = Duration.between(
                    clock.instant(), ZonedDateTime.parse(text, HTTP_DATE).toInstant());
            return wait.isNegative() ? Duration.ZERO : wait;
        } catch (DateTimeException malformed) {
            return USUAL;
        }
    }
}
