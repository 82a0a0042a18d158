package dev.auricle.schemas.topic;

/** Where a topic lives. What is on {@link #SITE} is never mirrored. */
public enum Cluster {
    /** The hospital's own cluster: identified data. */
    SITE,
    /** The shared cluster: plans, rounds, weights, models. */
    HUB,
    /** On either, each with its own records. */
    BOTH;

    /** Whether a topic that lives here belongs on that cluster. */
    public boolean isOn(Cluster cluster) {
        return this == BOTH || this == cluster;
    }
}
