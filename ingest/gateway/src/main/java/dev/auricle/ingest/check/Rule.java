package dev.auricle.ingest.check;

import dev.auricle.ingest.assemble.Series;
import dev.auricle.schemas.record.Reason;
import java.util.Optional;

/** One thing that must hold of a series of images. */
interface Rule {
    /** Why it does not hold. */
    Optional<Reason> examine(Series series);

    /** A reason with a code to count by and a sentence to read. */
    static Reason reason(String code, String sentence) {
        return Reason.newBuilder().setCode(code).setSentence(sentence).build();
    }
}
