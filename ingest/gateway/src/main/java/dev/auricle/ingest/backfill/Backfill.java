package dev.auricle.ingest.backfill;

/** Brings in what an archive has and the log has not, series by series, at its pace. */
public final class Backfill {
    private final Catalogue catalogue;
    private final Retrieval retrieval;
    private final KnownSeries known;
    private final Pace pace;
    private final Progress progress;
    private Tally tally = Tally.NONE;

    /** From an archive. */
    public Backfill(Catalogue catalogue, Retrieval retrieval, KnownSeries known, Pace pace, Progress progress) {
        this.catalogue = catalogue;
        this.retrieval = retrieval;
        this.known = known;
        this.pace = pace;
        this.progress = progress;
    }

    /**
     * Goes through the catalogue once.
     *
     * @throws UnableToBackfill when the archive does not answer; what has come until then is in the log
     */
    public Tally run(Selection selection) {
        catalogue.read(selection, portion -> {
            progress.begun(portion);
            portion.series().forEach(this::bring);
        });
        return tally;
    }

    private void bring(SeriesEntry series) {
        if (known.holds(series)) {
            tally = tally.withHeld();
        } else {
            pace.await();
            var asked = pace.now();
            var fetched = retrieval.fetch(series);
            pace.took(fetched.instances(), asked);
            tally = tally.with(fetched);
        }
        progress.done(tally);
    }
}
