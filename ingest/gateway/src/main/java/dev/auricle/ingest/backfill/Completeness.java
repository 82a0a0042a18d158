package dev.auricle.ingest.backfill;

/** Compares what an archive says it has with what the log holds; asks for no image. */
public final class Completeness {
    private final Catalogue catalogue;
    private final KnownSeries known;

    /** Of the log against an archive. */
    public Completeness(Catalogue catalogue, KnownSeries known) {
        this.catalogue = catalogue;
        this.known = known;
    }

    /**
     * What the log holds of what is wanted.
     *
     * @param series in the archive
     * @param whole of them, in the log with every instance
     * @param partial of them, with some
     * @param instances in the archive, as far as it tells
     * @param held of them, in the log; of a series that has more there, as many as the archive counts
     */
    public record Found(int series, int whole, int partial, long instances, long held) {
        /** Whether nothing is missing. */
        public boolean isComplete() {
            return whole == series;
        }

        private Found with(SeriesEntry entry, KnownSeries known) {
            int there = known.instancesOf(entry);
            boolean isWhole = known.holds(entry);
            return new Found(
                    series + 1,
                    isWhole ? whole + 1 : whole,
                    !isWhole && there > 0 ? partial + 1 : partial,
                    instances + entry.instances(),
                    held + (entry.instances() == 0 ? there : Math.min(there, entry.instances())));
        }
    }

    /**
     * Goes through the catalogue once.
     *
     * @throws UnableToBackfill when the archive does not answer
     */
    public Found examine(Selection selection, Progress progress) {
        var found = new Found[] {new Found(0, 0, 0, 0, 0)};
        catalogue.read(selection, portion -> {
            progress.begun(portion);
            portion.series().forEach(entry -> found[0] = found[0].with(entry, known));
        });
        return found[0];
    }
}
