package dev.auricle.dicom.pixel;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.Value;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.pixel.UnableToReadPixels.Reason;
import java.util.Arrays;

/** What the samples of a pixel mean (PS3.3, C.7.6.3.1.2). */
public enum Photometric {
    /** Grey, the lowest value white. */
    MONOCHROME1(1),
    /** Grey, the lowest value black. */
    MONOCHROME2(1),
    /** Places in tables of red, green and blue. */
    PALETTE_COLOR(1),
    RGB(3),
    /** Luminance, blue less it, red less it. */
    YBR_FULL(3),
    /** The same, two neighbours of a row sharing their colour. */
    YBR_FULL_422(3),
    /** As JPEG 2000 transforms it with loss; its decoder gives RGB. */
    YBR_ICT(3),
    /** As JPEG 2000 transforms it without; its decoder gives RGB. */
    YBR_RCT(3);

    private final int samples;

    Photometric(int samples) {
        this.samples = samples;
    }

    /** What an image says; one that says nothing is grey. */
    static Photometric of(DataSet image) {
        var name = image.find(Tags.PHOTOMETRIC_INTERPRETATION)
                .map(Value::string)
                .orElse("MONOCHROME2")
                .replace(' ', '_');
        int samples = image.find(Tags.SAMPLES_PER_PIXEL).map(Value::integer).orElse(1);
        return Arrays.stream(values())
                .filter(each -> each.name().equals(name) && each.samples == samples)
                .findFirst()
                .orElseThrow(() -> new UnableToReadPixels(
                        Reason.NOT_COLOUR, samples + " samples a pixel of a photometric interpretation not known"));
    }

    /** Of a pixel. */
    int samples() {
        return samples;
    }

    boolean isGrey() {
        return this == MONOCHROME1 || this == MONOCHROME2;
    }
}
