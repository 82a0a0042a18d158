package dev.auricle.learning.method;

/**
 * Which round of the federation a lesson belongs to.
 *
 * @param round the federation's number of it, which no other round has
 * @param merged rounds that were merged before: how far learning has come, 0 at the beginning
 * @param rounds how many there are to be, at least 1
 */
public record Turn(int round, int merged, int rounds) {

    /** Refuses a federation without rounds, and a count below 0. */
    public Turn {
        if (rounds < 1) {
            throw new IllegalArgumentException("rounds must be at least 1, not " + rounds);
        }
        if (merged < 0) {
            throw new IllegalArgumentException("merged must be at least 0, not " + merged);
        }
    }

    /** The one round of who learns alone and at once. */
    public static Turn only() {
        return new Turn(1, 0, 1);
    }
}
