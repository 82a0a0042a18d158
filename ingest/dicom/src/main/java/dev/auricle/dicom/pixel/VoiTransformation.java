package dev.auricle.dicom.pixel;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.FunctionalGroups;
import dev.auricle.dicom.data.Value;
import dev.auricle.dicom.dictionary.Tags;
import java.util.ArrayList;
import java.util.List;

/** From values of the modality to shades: which of them are of interest, and how they are spread (PS3.3, C.11.2). */
public sealed interface VoiTransformation permits VoiWindow, VoiTable {
    /**
     * Turns values into shades from 0, the darkest, to 1. Both may be one array. Of MONOCHROME1 images, 0 is to be shown
     * as white.
     */
    void apply(float[] values, float[] shades);

    /** Those that an image offers to choose from: tables, then windows. */
    static List<VoiTransformation> of(DataSet image) {
        boolean signed =
                image.find(Tags.PIXEL_REPRESENTATION).map(Value::integer).orElse(0) == 1
                        || image.find(Tags.RESCALE_INTERCEPT).map(Value::number).orElse(0.0) < 0;
        var offered = new ArrayList<VoiTransformation>();
        image.items(Tags.VOI_LUT_SEQUENCE).forEach(item -> offered.add(new VoiTable(LookupTable.ofItem(item, signed))));
        offered.addAll(VoiWindow.of(image));
        return offered;
    }

    /** Those of one frame of an enhanced image. */
    static List<VoiTransformation> of(FunctionalGroups groups) {
        return groups.find(Tags.FRAME_VOI_LUT_SEQUENCE)
                .<List<VoiTransformation>>map(item -> List.copyOf(VoiWindow.of(item)))
                .orElse(List.of());
    }
}
