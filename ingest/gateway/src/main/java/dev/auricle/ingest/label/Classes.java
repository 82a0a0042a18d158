package dev.auricle.ingest.label;

import dev.auricle.schemas.plan.SegmentClass;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Which of the plan's classes something drawn is of. */
final class Classes {
    private Classes() {}

    /** A code without its meaning, by which codes are compared (PS3.3, 8.1). */
    record Concept(String value, String scheme) {
        static final Concept NONE = new Concept("", "");
    }

    /** By its code or, where no class has it, by its label. Numbers count from 1. */
    static OptionalInt numberOf(Concept concept, String label, List<SegmentClass> classes) {
        var byCode = IntStream.range(0, classes.size())
                .filter(index -> new Concept(
                                classes.get(index).type().value(),
                                classes.get(index).type().scheme())
                        .equals(concept))
                .findFirst();
        var number = byCode.isPresent()
                ? byCode
                : IntStream.range(0, classes.size())
                        .filter(index -> classes.get(index).matchesLabel(label))
                        .findFirst();
        return number.isPresent() ? OptionalInt.of(number.getAsInt() + 1) : number;
    }
}
