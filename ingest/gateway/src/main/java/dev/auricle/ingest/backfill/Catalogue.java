package dev.auricle.ingest.backfill;

import java.util.function.Consumer;

/** Knows which series an archive has. */
public interface Catalogue {
    /**
     * Hands over what is wanted, one portion after the other; the next is asked for when the one before is taken.
     *
     * @throws UnableToBackfill when the archive does not answer, or not so that it can be understood
     */
    void read(Selection selection, Consumer<Portion> taker);
}
