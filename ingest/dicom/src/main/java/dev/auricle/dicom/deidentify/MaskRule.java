package dev.auricle.dicom.deidentify;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.dictionary.TransferSyntax;

/**
 * What a site blacks out in one kind of images. Whoever writes it has looked where that device puts its text.
 *
 * @param selector of which images
 * @param area where
 */
public record MaskRule(ImageSelector selector, MaskArea area) {
    PixelVerdict mask(DataSet image, TransferSyntax syntax) {
        return area.pixels(image)
                .map(pixels -> PixelMask.apply(image, syntax, pixels))
                .orElseGet(() -> new PixelVerdict.Legible("The image does not say which of its regions is no text."));
    }
}
