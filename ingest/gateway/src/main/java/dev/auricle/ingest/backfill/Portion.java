package dev.auricle.ingest.backfill;

import java.util.List;

/**
 * A part of a catalogue that is worked through in one go.
 *
 * @param title what people call it, such as a date
 * @param number counts from 1
 * @param of how many there are; 0 where nobody knows
 */
public record Portion(String title, int number, int of, List<SeriesEntry> series) {
    /** Keeps a copy of the list. */
    public Portion {
        series = List.copyOf(series);
    }
}
