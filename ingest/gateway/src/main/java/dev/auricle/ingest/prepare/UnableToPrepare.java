package dev.auricle.ingest.prepare;

import dev.auricle.ingest.IngestException;
import dev.auricle.ingest.refuse.Refusal;
import dev.auricle.schemas.record.Reason;
import java.util.List;

/** A series that passed all checks turns out to be of no use when its pixels are read. */
public final class UnableToPrepare extends IngestException {
    private final List<Reason> reasons;

    UnableToPrepare(Refusal refusal, String sentence) {
        this(List.of(refusal.because(sentence)));
    }

    private UnableToPrepare(List<Reason> reasons) {
        super(reasons.get(0).getSentence());
        this.reasons = List.copyOf(reasons);
    }

    /** Throws if rules have reasons against something. */
    static void ifAny(List<Reason> reasons) {
        if (!reasons.isEmpty()) {
            throw new UnableToPrepare(reasons);
        }
    }

    List<Reason> reasons() {
        return reasons;
    }
}
