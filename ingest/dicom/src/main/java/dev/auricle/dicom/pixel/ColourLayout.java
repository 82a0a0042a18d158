package dev.auricle.dicom.pixel;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.Value;
import dev.auricle.dicom.dictionary.Tags;

/** Where in a frame the samples of a pixel lie (PS3.3, C.7.6.3.1.3 and C.7.6.3.1.2). */
enum ColourLayout {
    /** All samples of a pixel, then those of the next. */
    BY_PIXEL,
    /** The first sample of all pixels, then the second. */
    BY_PLANE,
    /** Two luminances, and the two colours they share. */
    BY_PAIR;

    private static final int PAIR = 4;

    static ColourLayout ofNative(DataSet image, ImageShape shape) {
        if (shape.photometric() == Photometric.YBR_FULL_422) {
            return BY_PAIR;
        }
        boolean planes =
                image.find(Tags.PLANAR_CONFIGURATION).map(Value::integer).orElse(0) == 1;
        return planes && shape.photometric().samples() > 1 ? BY_PLANE : BY_PIXEL;
    }

    /** Of a frame. */
    int cells(ImageShape shape) {
        return this == BY_PAIR
                ? (shape.pixels() + 1) / 2 * PAIR
                : shape.pixels() * shape.photometric().samples();
    }

    /** The cell in which a sample of a pixel lies. */
    int cell(ImageShape shape, int pixel, int sample) {
        return switch (this) {
            case BY_PIXEL -> pixel * shape.photometric().samples() + sample;
            case BY_PLANE -> sample * shape.pixels() + pixel;
            case BY_PAIR -> pixel / 2 * PAIR + (sample == 0 ? pixel % 2 : sample + 1);
        };
    }
}
