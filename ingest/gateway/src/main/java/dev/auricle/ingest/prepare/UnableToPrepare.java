package dev.auricle.ingest.prepare;

import dev.auricle.ingest.IngestException;
import dev.auricle.ingest.refuse.Refusal;
import dev.auricle.schemas.record.Reason;

/** A series that passed all checks turns out to be of no use when its pixels are read. */
public final class UnableToPrepare extends IngestException {
    private final Refusal refusal;

    UnableToPrepare(Refusal refusal, String sentence) {
        super(sentence);
        this.refusal = refusal;
    }

    Reason reason() {
        return refusal.because(String.valueOf(getMessage()));
    }
}
