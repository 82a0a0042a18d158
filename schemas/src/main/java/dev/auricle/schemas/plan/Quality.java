package dev.auricle.schemas.plan;

import dev.auricle.schemas.configuration.Default;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * What a series must keep to be taken. It decides whether samples are made and not how, so that those made before a
 * change stay good. The defaults refuse nothing that a scanner makes.
 *
 * @param leastPixelSpacing millimetres between rows or columns
 * @param mostPixelSpacing millimetres between rows or columns
 * @param leastSliceSpacing millimetres between slices
 * @param mostSliceSpacing millimetres between slices
 * @param sliceOrder how instance numbers must run
 * @param mostLabelOutside share of a label that may lie outside what is prepared of its images
 * @param emptyLabels whether an annotation in which nothing is drawn says that there is nothing
 * @param labelVolumes limits for classes; a class that is not named has none
 */
public record Quality(
        @Default("0.01") double leastPixelSpacing,
        @Default("20") double mostPixelSpacing,
        @Default("0.01") double leastSliceSpacing,
        @Default("100") double mostSliceSpacing,
        @Default("any") SliceOrder sliceOrder,
        @Default("0.5") double mostLabelOutside,
        @Default("false") boolean emptyLabels,
        List<LabelVolume> labelVolumes) {
    /** What a plan that says nothing means. */
    public static final Quality DEFAULT = new Quality(0.01, 20, 0.01, 100, SliceOrder.ANY, 0.5, false, List.of());

    /** Refuses limits that nothing keeps, and two for one class. */
    public Quality {
        Require.positive("leastPixelSpacing", leastPixelSpacing);
        Require.positive("mostPixelSpacing", mostPixelSpacing);
        Require.ordered("leastPixelSpacing", leastPixelSpacing, "mostPixelSpacing", mostPixelSpacing);
        Require.positive("leastSliceSpacing", leastSliceSpacing);
        Require.positive("mostSliceSpacing", mostSliceSpacing);
        Require.ordered("leastSliceSpacing", leastSliceSpacing, "mostSliceSpacing", mostSliceSpacing);
        Require.between("mostLabelOutside", mostLabelOutside, 0, 1);
        labelVolumes = List.copyOf(labelVolumes);
        var names = labelVolumes.stream().map(LabelVolume::name).toList();
        if (new HashSet<>(names).size() != names.size()) {
            throw new IllegalArgumentException("labelVolumes names a class twice: " + names);
        }
    }

    /** The limits of a class, if there are any. */
    public Optional<LabelVolume> volumeOf(SegmentClass segmentClass) {
        return labelVolumes.stream()
                .filter(limits -> limits.name().equals(segmentClass.name()))
                .findFirst();
    }
}
