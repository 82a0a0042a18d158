package dev.auricle.ingest.check;

import dev.auricle.dicom.space.Geometry;
import dev.auricle.ingest.assemble.Series;
import dev.auricle.schemas.record.Reason;
import java.util.List;

/** What a check makes of a series. */
public sealed interface Verdict {
    /** The series that was checked. */
    Series series();

    /**
     * Images that are one stack.
     *
     * @param geometry of the stack
     * @param slices where slice 0, 1 and so on come from
     */
    record Image(Series series, Geometry geometry, List<Slice> slices) implements Verdict {
        /** Keeps a copy of the slices. */
        public Image {
            slices = List.copyOf(slices);
        }
    }

    /** One of the series' instances, and one of its frames; both are counted from 0. */
    record Slice(int instance, int frame) {}

    /** Outlines or masks that belong to images. */
    record Annotation(Series series) implements Verdict {}

    /** Of no use, and why. */
    record Rejected(Series series, List<Reason> reasons) implements Verdict {
        /** Refuses a rejection without a reason. */
        public Rejected {
            reasons = List.copyOf(reasons);
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("a rejection needs a reason");
            }
        }
    }
}
