package dev.auricle.ingest.deidentify;

import dev.auricle.dicom.deidentify.ImageSelector;
import dev.auricle.dicom.deidentify.MaskArea;
import dev.auricle.dicom.deidentify.MaskRule;
import dev.auricle.dicom.deidentify.Rectangle;
import dev.auricle.schemas.configuration.Default;
import java.util.List;

/**
 * An entry of {@code ingest.deidentify.masks}: in which images, and where. What it leaves out matches any image.
 *
 * @param modality for example US
 * @param manufacturer in whatever case
 * @param model in whatever case
 * @param rows 0: any number
 * @param columns 0: any number
 * @param imageType values that Image Type must have, among others
 * @param rectangles to be blacked out; none: these images have no text
 * @param outsideRegions instead: all that the image does not call an ultrasound region
 */
public record MaskConfig(
        @Default("") String modality,
        @Default("") String manufacturer,
        @Default("") String model,
        @Default("0") int rows,
        @Default("0") int columns,
        List<String> imageType,
        List<Rectangle> rectangles,
        @Default("false") boolean outsideRegions) {
    /** Refuses a rule that says where in two ways. */
    public MaskConfig {
        imageType = List.copyOf(imageType);
        rectangles = List.copyOf(rectangles);
        if (outsideRegions && !rectangles.isEmpty()) {
            throw new IllegalArgumentException("either rectangles or outsideRegions, not both");
        }
    }

    MaskRule rule() {
        var size = new ImageSelector.Size(rows, columns);
        return new MaskRule(
                new ImageSelector(modality, manufacturer, model, size, imageType),
                outsideRegions ? new MaskArea.OutsideRegions() : new MaskArea.Rectangles(rectangles));
    }
}
