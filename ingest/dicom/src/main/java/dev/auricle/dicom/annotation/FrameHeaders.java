package dev.auricle.dicom.annotation;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.FunctionalGroups;
import dev.auricle.dicom.dictionary.Tags;
import java.util.List;
import java.util.stream.IntStream;

/** Headers of an image's frames as {@link SourceSeries} takes them. */
public final class FrameHeaders {
    private FrameHeaders() {}

    /**
     * The header of an image that has no functional groups, as it is; of one that has, a header for each frame as if that
     * were an image of its own, with its Referenced Frame Number.
     */
    public static List<DataSet> of(DataSet image) {
        if (!FunctionalGroups.areIn(image)) {
            return List.of(image);
        }
        var common = image.without(
                Tags.SHARED_FUNCTIONAL_GROUPS_SEQUENCE,
                Tags.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE,
                Tags.NUMBER_OF_FRAMES);
        var groups = FunctionalGroups.of(image);
        return IntStream.range(0, groups.size())
                .mapToObj(frame -> header(common, groups.get(frame), frame + 1))
                .toList();
    }

    private static DataSet header(DataSet common, FunctionalGroups groups, int number) {
        return common.toBuilder()
                .copy(groups.require(Tags.PLANE_POSITION_SEQUENCE), Tags.IMAGE_POSITION_PATIENT)
                .copy(groups.require(Tags.PLANE_ORIENTATION_SEQUENCE), Tags.IMAGE_ORIENTATION_PATIENT)
                .copy(groups.require(Tags.PIXEL_MEASURES_SEQUENCE), Tags.PIXEL_SPACING, Tags.SLICE_THICKNESS)
                .set(Tags.REFERENCED_FRAME_NUMBER, number)
                .build();
    }
}
