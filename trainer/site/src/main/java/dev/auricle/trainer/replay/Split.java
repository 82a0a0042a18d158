package dev.auricle.trainer.replay;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Splits a site's samples by patient: the same patient never trains and measures. Patients are ordered by their
 * pseudonyms, which are as good as random and stay the same as long as the site's secret does; the last ones measure.
 */
final class Split {
    private Split() {}

    /** What to learn from and what to measure on, each in order. */
    record Parts(List<SampleEntry> training, List<SampleEntry> validation) {}

    /**
     * Splits.
     *
     * @param share of the patients that measure; when positive at least one does, and at least one trains
     */
    static Parts of(List<SampleEntry> samples, double share) {
        var measuring = measuring(samples.stream().map(SampleEntry::subject).toList(), share);
        return new Parts(
                samples.stream()
                        .filter(sample -> !measuring.contains(sample.subject()))
                        .toList(),
                samples.stream()
                        .filter(sample -> measuring.contains(sample.subject()))
                        .toList());
    }

    private static Set<String> measuring(Collection<String> subjects, double share) {
        var ordered = List.copyOf(new TreeSet<>(subjects));
        if (share == 0 || ordered.size() < 2) {
            return Set.of();
        }
        int count = (int) Math.max(1, Math.min(ordered.size() - 1L, Math.round(share * ordered.size())));
        return new HashSet<>(ordered.subList(ordered.size() - count, ordered.size()));
    }
}
