package dev.auricle.ingest.backfill;

/** Is told how a backfill goes on. */
public interface Progress {
    /** A portion of the catalogue is begun. */
    void begun(Portion portion);

    /** One series of it is done with. */
    void done(Tally soFar);
}
