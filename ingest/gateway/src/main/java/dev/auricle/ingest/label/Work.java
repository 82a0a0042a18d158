package dev.auricle.ingest.label;

import dev.auricle.ingest.check.Verdict;

/** What is to be done with a series. */
public sealed interface Work {
    /**
     * To be learned from.
     *
     * @param revision of its samples; a higher one replaces the lower
     */
    record Train(Verdict.Image image, Labelling labelling, int revision) implements Work {}

    /** To be segmented: nobody has annotated it. */
    record Infer(Verdict.Image image) implements Work {}

    /** Nothing: it is of no use. */
    record Refuse(Verdict.Rejected rejection) implements Work {}
}
