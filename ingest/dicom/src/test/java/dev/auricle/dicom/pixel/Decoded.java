package dev.auricle.dicom.pixel;

import dev.auricle.dicom.pixel.UnableToReadPixels.Reason;
import dev.auricle.dicom.syntax.DicomFile;
import java.util.Arrays;

/** The pixels of whatever image a file holds, for comparison. */
final class Decoded {
    private Decoded() {}

    /** One frame, grey or red, green and blue. */
    static double[] frame(DicomFile file, int frame) {
        try {
            var grey = GreyPixels.of(file.dataSet(), file.transferSyntax()).frame(frame);
            var values = new double[grey.length];
            for (int i = 0; i < grey.length; i++) {
                values[i] = grey[i];
            }
            return values;
        } catch (UnableToReadPixels coloured) {
            if (coloured.reason() != Reason.NOT_GREY) {
                throw coloured;
            }
            var colours = ColourPixels.of(file.dataSet(), file.transferSyntax()).frame(frame);
            return Arrays.stream(colours).asDoubleStream().toArray();
        }
    }
}
