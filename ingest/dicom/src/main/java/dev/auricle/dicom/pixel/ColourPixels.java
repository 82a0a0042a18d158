package dev.auricle.dicom.pixel;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.Value;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.pixel.UnableToReadPixels.Reason;
import java.util.Optional;

/** The coloured pixels of an image of one or more frames as red, green and blue, decoded when asked for. */
public final class ColourPixels {
    private static final int COLOURS = 3;

    private final StoredFrames stored;
    private final Optional<Palette> palette;
    private final int bits;

    private ColourPixels(StoredFrames stored, Optional<Palette> palette, int bits) {
        this.stored = stored;
        this.palette = palette;
        this.bits = bits;
    }

    /** The pixels of an image; {@link UnableToReadPixels} where they are grey, not decoded here or not all there. */
    public static ColourPixels of(DataSet image, TransferSyntax syntax) {
        var stored = StoredFrames.of(image, syntax);
        if (stored.shape().photometric().isGrey()) {
            throw new UnableToReadPixels(Reason.NOT_COLOUR, "the pixels are grey");
        }
        var palette = stored.shape().photometric() == Photometric.PALETTE_COLOR
                ? Optional.of(Palette.of(image))
                : Optional.<Palette>empty();
        int bits = palette.map(Palette::bits).orElseGet(() -> bitsStored(image));
        return new ColourPixels(stored, palette, bits);
    }

    private static int bitsStored(DataSet image) {
        return image.find(Tags.BITS_STORED).map(Value::integer).orElse(Byte.SIZE);
    }

    public int rows() {
        return stored.shape().rows();
    }

    public int columns() {
        return stored.shape().columns();
    }

    public int frames() {
        return stored.shape().frames();
    }

    /** Of each colour; the brightest has them all set. */
    public int bits() {
        return bits;
    }

    /** One frame, counted from 0: [row, column, red green blue]. Throws as {@link GreyPixels#readFrame} does. */
    public int[] frame(int frame) {
        var samples = stored.frame(frame);
        var colours = new int[Math.multiplyExact(stored.shape().pixels(), COLOURS)];
        if (palette.isPresent()) {
            palette.get().look(samples, colours);
            return colours;
        }
        for (int i = 0; i < colours.length; i++) {
            int cell = stored.layout().cell(stored.shape(), i / COLOURS, i % COLOURS);
            colours[i] = (int) (long) samples.at(cell);
        }
        if (isLuminance(stored.shape().photometric())) {
            YbrFull.toRgb(colours, bits);
        }
        return colours;
    }

    private static boolean isLuminance(Photometric photometric) {
        return photometric == Photometric.YBR_FULL || photometric == Photometric.YBR_FULL_422;
    }
}
