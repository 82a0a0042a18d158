package dev.auricle.ingest.backfill;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZonedDateTime;

/**
 * The hours of the day in which an archive may be asked for images; they may go over midnight. Where both are the same, all
 * day.
 *
 * @param from first moment
 * @param to first moment after
 */
public record Hours(LocalTime from, LocalTime to) {
    /** All day. */
    public static final Hours ANY = new Hours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

    /**
     * {@code 20:00-06:00}.
     *
     * @throws IllegalArgumentException when it is not of that form
     */
    public static Hours of(String text) {
        var parts = text.split("-", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("hours are written 20:00-06:00, got " + text);
        }
        try {
            return new Hours(LocalTime.parse(parts[0].trim()), LocalTime.parse(parts[1].trim()));
        } catch (DateTimeException malformed) {
            throw new IllegalArgumentException("hours are written 20:00-06:00, got " + text, malformed);
        }
    }

    /** The moment itself if it lies within, else the next at which they begin. */
    ZonedDateTime next(ZonedDateTime moment) {
        var time = moment.toLocalTime();
        boolean within = from.equals(to)
                || (from.isBefore(to)
                        ? !time.isBefore(from) && time.isBefore(to)
                        : !time.isBefore(from) || time.isBefore(to));
        if (within) {
            return moment;
        }
        var today = moment.with(from);
        return today.isAfter(moment) ? today : moment.plusDays(1).with(from);
    }
}
