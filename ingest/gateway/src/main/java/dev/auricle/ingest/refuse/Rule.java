package dev.auricle.ingest.refuse;

import dev.auricle.schemas.record.Reason;
import java.util.List;
import java.util.Optional;

/**
 * One thing that must hold. One rule is one class.
 *
 * @param <T> what it looks at: a series, a stack of slices, a header, a label
 */
public interface Rule<T> {
    /** Under which name it refuses. */
    Refusal refusal();

    /** What speaks against the subject, as a sentence without a patient's data; empty when the rule holds. */
    Optional<String> against(T subject);

    /** Every reason that rules have against one subject. */
    static <T> List<Reason> examine(List<? extends Rule<? super T>> rules, T subject) {
        return rules.stream()
                .flatMap(rule -> rule.against(subject).map(rule.refusal()::because).stream())
                .toList();
    }
}
