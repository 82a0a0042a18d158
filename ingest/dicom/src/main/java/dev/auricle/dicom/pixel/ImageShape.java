package dev.auricle.dicom.pixel;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.Value;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.pixel.UnableToReadPixels.Reason;

/** How many pixels an image has, and what their samples mean. */
record ImageShape(int rows, int columns, int frames, Photometric photometric) {
    ImageShape {
        long cells = (long) rows * columns * photometric.samples();
        if (rows < 1 || columns < 1 || frames < 1 || cells > Integer.MAX_VALUE - 16) {
            throw new UnableToReadPixels(
                    Reason.TOO_SHORT, frames + " frames of " + rows + " rows and " + columns + " columns");
        }
    }

    static ImageShape of(DataSet image) {
        return new ImageShape(
                image.require(Tags.ROWS).integer(),
                image.require(Tags.COLUMNS).integer(),
                image.find(Tags.NUMBER_OF_FRAMES).map(Value::integer).orElse(1),
                Photometric.of(image));
    }

    ImageShape withFrames(int number) {
        return new ImageShape(rows, columns, number, photometric);
    }

    /** Of a frame. */
    int pixels() {
        return rows * columns;
    }
}
