package dev.auricle.ingest.check;

import dev.auricle.dicom.dictionary.SopClass;
import dev.auricle.ingest.assemble.Series;
import dev.auricle.ingest.refuse.Rule;
import dev.auricle.schemas.plan.Plan;
import dev.auricle.schemas.record.SeriesInstance;
import java.util.List;
import java.util.Set;

/** Refuses what cannot be learned from or segmented. Looks at headers only. */
public final class CheckSeries {
    private static final Set<String> ANNOTATIONS = Set.of(SopClass.SEGMENTATION.uid(), SopClass.RT_STRUCTURE_SET.uid());

    private final List<Rule<Series>> ofSeries;
    private final List<Rule<Stack>> ofStacks;

    /** Checks for a plan. */
    public CheckSeries(Plan plan) {
        ofSeries = List.of(
                new OneKind(),
                new ModalityInPlan(plan.preprocessing().modalities()),
                new PixelsPresent(),
                new SyntaxSupported(),
                new SingleFrames(),
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
        if (isAnnotation(series.instances())) {
            return new Verdict.Annotation(series);
        }
        var reasons = Rule.examine(ofSeries, series);
        return reasons.isEmpty() ? examine(Stack.of(series)) : new Verdict.Rejected(series, reasons);
    }

    private Verdict examine(Stack stack) {
        var reasons = Rule.examine(ofStacks, stack);
        return reasons.isEmpty()
                ? new Verdict.Image(
                        stack.series(),
                        stack.arrangement().geometry().orElseThrow(),
                        stack.arrangement().order())
                : new Verdict.Rejected(stack.series(), reasons);
    }

    /** Whether instances are masks or outlines, and none is an image. */
    public static boolean isAnnotation(List<SeriesInstance> instances) {
        return instances.stream().map(SeriesInstance::getSopClassUid).allMatch(ANNOTATIONS::contains);
    }
}
