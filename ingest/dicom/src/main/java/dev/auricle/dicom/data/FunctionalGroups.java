package dev.auricle.dicom.data;

import dev.auricle.dicom.dictionary.Tag;
import dev.auricle.dicom.dictionary.Tags;
import java.util.List;
import java.util.Optional;

/** What is said of one frame: by its own functional groups, or by those all frames share (PS3.3, C.7.6.16). */
public record FunctionalGroups(DataSet frame, DataSet shared) {
    /** Whether an object describes its frames by functional groups. */
    public static boolean areIn(DataSet object) {
        return object.contains(Tags.SHARED_FUNCTIONAL_GROUPS_SEQUENCE)
                || object.contains(Tags.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE);
    }

    /** Those of each frame that has its own, in the order of the frames. */
    public static List<FunctionalGroups> of(DataSet object) {
        var shared = object.firstItem(Tags.SHARED_FUNCTIONAL_GROUPS_SEQUENCE).orElse(DataSet.EMPTY);
        return object.items(Tags.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE).stream()
                .map(frame -> new FunctionalGroups(frame, shared))
                .toList();
    }

    /** The one item of a macro's sequence. */
    public Optional<DataSet> find(Tag macro) {
        return frame.firstItem(macro).or(() -> shared.firstItem(macro));
    }

    /** The one item of a macro's sequence, which must be there, else {@link NoSuchAttribute}. */
    public DataSet require(Tag macro) {
        return find(macro).orElseThrow(() -> new NoSuchAttribute(macro));
    }
}
