package dev.auricle.ingest.prepare;

import dev.auricle.ingest.IngestException;
import dev.auricle.schemas.record.Reason;

/** A series that passed all checks turns out to be of no use when its pixels are read. */
public final class UnableToPrepare extends IngestException {
    private final String code;

    UnableToPrepare(String code, String sentence) {
        super(sentence);
        this.code = code;
    }

    Reason reason() {
        return Reason.newBuilder()
                .setCode(code)
                .setSentence(String.valueOf(getMessage()))
                .build();
    }
}
