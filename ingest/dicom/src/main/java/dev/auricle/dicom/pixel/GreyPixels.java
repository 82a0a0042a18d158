package dev.auricle.dicom.pixel;

import dev.auricle.dicom.data.Bytes;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.Element;
import dev.auricle.dicom.data.Value;
import dev.auricle.dicom.data.ValueElement;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.dictionary.Vr;
import dev.auricle.dicom.pixel.UnableToReadPixels.Reason;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The uncompressed grey pixels of an image of one or more frames, decoded when asked for. Values are those of the
 * modality, after {@link Rescale}; MONOCHROME1 is not inverted, that being a matter of display.
 */
public final class GreyPixels {
    private final int rows;
    private final int columns;
    private final int frames;
    private final SampleFormat format;
    private final Rescale rescale;
    private final ByteBuffer cells;
    private final int swap;

    private GreyPixels(DataSet image, ValueElement pixels) {
        this.rows = image.require(Tags.ROWS).integer();
        this.columns = image.require(Tags.COLUMNS).integer();
        this.frames = image.find(Tags.NUMBER_OF_FRAMES).map(Value::integer).orElse(1);
        this.format = SampleFormat.of(image);
        this.rescale = Rescale.of(image);
        this.cells = pixels.value().buffer(pixels.order());
        // Bytes in words of big endian come in pairs, the second first (PS3.5, annex A.3 and 8.2).
        boolean swapped = format.allocated() == 8 && pixels.vr() == Vr.OW && pixels.order() == ByteOrder.BIG_ENDIAN;
        this.swap = swapped ? 1 : 0;
        checkSize(pixels.value());
    }

    /** The pixels of an image; {@link UnableToReadPixels} where they are compressed, coloured or not all there. */
    public static GreyPixels of(DataSet image, TransferSyntax syntax) {
        if (syntax.isEncapsulated()) {
            throw new UnableToReadPixels(Reason.COMPRESSED, "the pixels are in " + syntax.title());
        }
        if (image.contains(Tags.FLOAT_PIXEL_DATA) || image.contains(Tags.DOUBLE_FLOAT_PIXEL_DATA)) {
            throw new UnableToReadPixels(Reason.NOT_LINEAR, "the pixels are floating point numbers");
        }
        checkGrey(image);
        var pixels = image.element(Tags.PIXEL_DATA)
                .filter(ValueElement.class::isInstance)
                .map(element -> (ValueElement) element)
                .orElseThrow(() -> new UnableToReadPixels(Reason.TOO_SHORT, missing(image)));
        return new GreyPixels(image, pixels);
    }

    private static String missing(DataSet image) {
        return image.element(Tags.PIXEL_DATA)
                .map(Element::vr)
                .map(vr -> "the pixels are fragments of " + vr)
                .orElse("there are no pixels");
    }

    private static void checkGrey(DataSet image) {
        int samples = image.find(Tags.SAMPLES_PER_PIXEL).map(Value::integer).orElse(1);
        var photometric =
                image.find(Tags.PHOTOMETRIC_INTERPRETATION).map(Value::string).orElse("MONOCHROME2");
        if (samples != 1 || !(photometric.equals("MONOCHROME1") || photometric.equals("MONOCHROME2"))) {
            throw new UnableToReadPixels(Reason.NOT_GREY, samples + " samples a pixel of " + photometric);
        }
    }

    private void checkSize(Bytes bytes) {
        long needed = (long) frames * rows * columns * format.bytesPerSample();
        if (frames < 1 || rows < 1 || columns < 1 || bytes.size() < needed) {
            throw new UnableToReadPixels(
                    Reason.TOO_SHORT,
                    bytes.size() + " bytes for " + frames + " frames of " + rows + " rows and " + columns
                            + " columns of " + format.allocated() + " bits");
        }
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    public int frames() {
        return frames;
    }

    public SampleFormat format() {
        return format;
    }

    /** One frame, counted from 0: [row, column], values of the modality. */
    public float[] frame(int frame) {
        var values = new float[rows * columns];
        readFrame(frame, values, 0);
        return values;
    }

    /** One frame, counted from 0, into the target from the offset on: [row, column], values of the modality. */
    public void readFrame(int frame, float[] target, int offset) {
        if (frame < 0 || frame >= frames) {
            throw new IndexOutOfBoundsException("frame " + frame + " of " + frames);
        }
        int count = rows * columns;
        int first = frame * count;
        for (int i = 0; i < count; i++) {
            target[offset + i] = (float) rescale.apply(format.sample(cell(first + i)));
        }
    }

    private int cell(int index) {
        return switch (format.allocated()) {
            case 8 -> cells.get(index ^ swap);
            case 16 -> cells.getShort(2 * index);
            default -> cells.getInt(4 * index);
        };
    }
}
