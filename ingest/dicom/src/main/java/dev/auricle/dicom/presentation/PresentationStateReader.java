package dev.auricle.dicom.presentation;

import dev.auricle.dicom.annotation.Annotator;
import dev.auricle.dicom.annotation.ImageReference;
import dev.auricle.dicom.annotation.OutlinedRegion;
import dev.auricle.dicom.annotation.UnableToReadAnnotation;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.dictionary.SopClass;
import dev.auricle.dicom.dictionary.Tags;
import java.util.List;
import java.util.Set;

/**
 * Reads what the graphics of a presentation state outline (PS3.3, C.10.5). It is on the images that the graphics name, or
 * on all that the state is for; its name is the text beside it and that of its layer.
 */
public final class PresentationStateReader {
    /** The SOP classes that have graphics of this kind. */
    public static final Set<String> SOP_CLASSES = Set.of(
            SopClass.GRAYSCALE_SOFTCOPY_PRESENTATION_STATE.uid(),
            SopClass.COLOR_SOFTCOPY_PRESENTATION_STATE.uid(),
            SopClass.PSEUDO_COLOR_SOFTCOPY_PRESENTATION_STATE.uid());

    private PresentationStateReader() {}

    /** The regions in the order of the state; none in one that only says how to show images. */
    public static List<OutlinedRegion> read(DataSet state) {
        if (!SOP_CLASSES.contains(state.require(Tags.SOP_CLASS_UID).string())) {
            throw new UnableToReadAnnotation("not a presentation state with graphics");
        }
        var annotator = Annotator.named(state, Tags.CONTENT_CREATOR_NAME, Tags.OPERATORS_NAME);
        var images = state.items(Tags.REFERENCED_SERIES_SEQUENCE).stream()
                .flatMap(series -> images(series).stream())
                .toList();
        return state.items(Tags.GRAPHIC_ANNOTATION_SEQUENCE).stream()
                .map(item -> new GraphicAnnotation(state, item, images(item, images)))
                .flatMap(graphics -> graphics.regions(annotator).stream())
                .toList();
    }

    private static List<ImageReference> images(DataSet item, List<ImageReference> all) {
        var own = images(item);
        return own.isEmpty() ? all : own;
    }

    private static List<ImageReference> images(DataSet item) {
        return item.items(Tags.REFERENCED_IMAGE_SEQUENCE).stream()
                .flatMap(image -> ImageReference.of(image).stream())
                .toList();
    }
}
