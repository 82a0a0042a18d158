package dev.auricle.ingest.label;

import dev.auricle.ingest.check.Verdict;
import dev.auricle.schemas.record.LogRef;
import java.util.List;

/** What is to be done with a series. */
public sealed interface Work {
    /**
     * To be learned from.
     *
     * @param annotations where the records of the annotations lie that it is labelled by
     * @param revision of its samples; a higher one replaces the lower
     */
    record Train(Verdict.Image image, Labelling labelling, List<LogRef> annotations, int revision) implements Work {
        /** Keeps a copy of the list. */
        public Train {
            annotations = List.copyOf(annotations);
        }
    }

    /** To be segmented: nobody has annotated it. */
    record Infer(Verdict.Image image) implements Work {}

    /** Nothing: it is of no use. */
    record Refuse(Verdict.Rejected rejection) implements Work {}
}
