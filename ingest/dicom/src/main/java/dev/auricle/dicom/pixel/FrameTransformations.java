package dev.auricle.dicom.pixel;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.FunctionalGroups;
import dev.auricle.dicom.dictionary.Tags;
import java.util.List;

/** What turns the stored values of each frame into those of the modality: one for all, or one for each. */
record FrameTransformations(List<ValueTransformation> each) {
    static FrameTransformations of(DataSet image) {
        var ofImage = ValueTransformation.of(image);
        var each = FunctionalGroups.of(image).stream()
                .map(groups -> groups.find(Tags.PIXEL_VALUE_TRANSFORMATION_SEQUENCE)
                        .<ValueTransformation>map(Rescale::of)
                        .orElse(ofImage))
                .toList();
        return new FrameTransformations(each.isEmpty() ? List.of(ofImage) : each);
    }

    /** That of a frame; those without functional groups of their own have the first one's. */
    ValueTransformation of(int frame) {
        return each.get(frame < each.size() ? frame : 0);
    }
}
