package dev.auricle.inference.segment;

/** Whose prediction inference answers with. */
public enum Answer {
    /** The federation's. */
    GLOBAL,
    /** The site's own: of the federation's model and what goes with it of the site's. */
    SITE,
    /** Both, each a segmentation by itself. */
    BOTH;

    boolean has(Answer one) {
        return this == BOTH || this == one;
    }
}
