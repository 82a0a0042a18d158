package dev.auricle.ingest.check;

import dev.auricle.dicom.dictionary.SopClass;
import dev.auricle.ingest.assemble.Series;
import dev.auricle.schemas.plan.Preprocessing;
import dev.auricle.schemas.record.SeriesInstance;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Refuses what cannot be learned from or segmented. Looks at headers only. */
public final class CheckSeries {
    private static final Set<String> ANNOTATIONS = Set.of(SopClass.SEGMENTATION.uid(), SopClass.RT_STRUCTURE_SET.uid());

    private final List<Rule> rules;

    /** Checks for a plan. */
    public CheckSeries(Preprocessing preprocessing) {
        rules = List.of(
                new ModalityInPlan(preprocessing.modalities()),
                new PixelsPresent(),
                new SyntaxSupported(),
                new SingleFrames(),
                new PlanesPresent());
    }

    /** What to make of a series. Of a series that is refused, every reason is named. */
    public Verdict examine(Series series) {
        if (series.instances().stream().map(SeriesInstance::getSopClassUid).allMatch(ANNOTATIONS::contains)) {
            return new Verdict.Annotation(series);
        }
        var reasons = rules.stream()
                .map(rule -> rule.examine(series))
                .flatMap(Optional::stream)
                .toList();
        return reasons.isEmpty() ? arrange(series) : new Verdict.Rejected(series, reasons);
    }

    private static Verdict arrange(Series series) {
        var stack = Stack.of(series);
        if (!stack.reasons().isEmpty()) {
            return new Verdict.Rejected(series, stack.reasons());
        }
        var arrangement = stack.arrangement().orElseThrow();
        return new Verdict.Image(series, arrangement.geometry().orElseThrow(), arrangement.order());
    }
}
