package dev.auricle.ingest.check;

import dev.auricle.ingest.assemble.Series;
import dev.auricle.ingest.refuse.Refusal;
import dev.auricle.ingest.refuse.Rule;
import dev.auricle.schemas.plan.Plan;
import java.util.List;

/** Refuses what cannot be learned from or segmented. Looks at headers only. */
public final class CheckSeries {
    private final List<Rule<Series>> ofSeries;
    private final List<Rule<Stack>> ofStacks;

    /** Checks for a plan. */
    public CheckSeries(Plan plan) {
        ofSeries = List.of(
                new OneKind(),
                new ModalityInPlan(plan.preprocessing().modalities()),
                new PixelsPresent(),
                new SyntaxSupported(),
                new OneStackEach(),
                new PlanesPresent(),
                new PlanesMakeSense());
        ofStacks = List.of(
                new SeveralSlices(),
                new OneOrientation(),
                new NoMirrors(),
                new OneSize(),
                new OneSpacing(),
                new DistinctPositions(),
                new EvenGaps(),
                new Straight(),
                new ExpectedOrder(plan.quality().sliceOrder()),
                new PixelSpacingInRange(plan.quality()),
                new SliceSpacingInRange(plan.quality()));
    }

    /** What to make of a series. Of a series that is refused, every reason is named that can be known. */
    public Verdict examine(Series series) {
        if (Documents.annotate(series.instances())) {
            return new Verdict.Annotation(series);
        }
        if (Documents.areAll(series.instances())) {
            return new Verdict.Rejected(
                    series, List.of(Refusal.NO_REGIONS.because("Documents of this kind outline nothing in images.")));
        }
        var reasons = Rule.examine(ofSeries, series);
        return reasons.isEmpty() ? examine(Stack.of(series)) : new Verdict.Rejected(series, reasons);
    }

    private Verdict examine(Stack stack) {
        var reasons = Rule.examine(ofStacks, stack);
        return reasons.isEmpty()
                ? new Verdict.Image(
                        stack.series(), stack.arrangement().geometry().orElseThrow(), stack.inOrder())
                : new Verdict.Rejected(stack.series(), reasons);
    }
}
