package dev.auricle.ingest.label;

import dev.auricle.dicom.annotation.Code;
import dev.auricle.dicom.annotation.Naming;
import dev.auricle.schemas.plan.SegmentClass;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Which of the plan's classes something drawn is of. */
final class Classes {
    private Classes() {}

    /**
     * By the first of its codes that a class has or, where none has, by its labels. Labels that name several classes name
     * none: whatever stands beside two things tells nothing of either. Numbers count from 1.
     */
    static OptionalInt numberOf(Naming naming, List<SegmentClass> classes) {
        for (var code : naming.codes()) {
            var coded = numbers(classes)
                    .filter(number -> isOf(code, classes.get(number - 1)))
                    .findFirst();
            if (coded.isPresent()) {
                return coded;
            }
        }
        var named = numbers(classes)
                .filter(number -> naming.labels().stream().anyMatch(classes.get(number - 1)::matchesLabel))
                .toArray();
        return named.length == 1 ? OptionalInt.of(named[0]) : OptionalInt.empty();
    }

    private static IntStream numbers(List<SegmentClass> classes) {
        return IntStream.rangeClosed(1, classes.size());
    }

    /** Codes are compared without their meaning (PS3.3, 8.1). */
    private static boolean isOf(Code code, SegmentClass segmentClass) {
        var type = segmentClass.type();
        return code.value().equals(type.value()) && code.scheme().equals(type.scheme());
    }
}
