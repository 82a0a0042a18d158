package dev.auricle.dicom.deidentify;

import dev.auricle.dicom.data.Bytes;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.Value;
import dev.auricle.dicom.data.ValueElement;
import dev.auricle.dicom.dictionary.Tag;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.dictionary.Vr;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.BitSet;

/** Blacks out pixels in every frame of an image, in a copy. */
final class PixelMask {
    private static final int GREY_CHROMA = 0x80;

    private final DataSet image;
    private final ValueElement pixels;
    private final int bytes;
    private final int samples;
    private final int size;
    private final byte[] copy;

    private PixelMask(DataSet image, ValueElement pixels) {
        this.image = image;
        this.pixels = pixels;
        bytes = number(image, Tags.BITS_ALLOCATED, 1) / Byte.SIZE;
        samples = number(image, Tags.SAMPLES_PER_PIXEL, 1);
        size = number(image, Tags.ROWS, 0) * number(image, Tags.COLUMNS, 0);
        copy = pixels.value().toArray();
    }

    static PixelVerdict apply(DataSet image, TransferSyntax syntax, BitSet black) {
        if (black.isEmpty()) {
            return new PixelVerdict.Masked(image, syntax);
        }
        var pixels = image.element(Tags.PIXEL_DATA);
        if (!(pixels.orElseThrow() instanceof ValueElement values) || syntax.isEncapsulated()) {
            return new PixelVerdict.Legible("A mask rule matches the image, but its pixels are compressed.");
        }
        return new PixelMask(image, values).blackOut(syntax, black);
    }

    private PixelVerdict blackOut(TransferSyntax syntax, BitSet black) {
        int frames = number(image, Tags.NUMBER_OF_FRAMES, 1);
        var photometric = Text.key(image, Tags.PHOTOMETRIC_INTERPRETATION).orElse("");
        boolean subsampled = photometric.endsWith("_422") || photometric.endsWith("_420");
        if (bytes == 0 || subsampled || (long) frames * size * samples * bytes > copy.length) {
            return new PixelVerdict.Legible(
                    "A mask rule matches the image, but its pixels do not lie in cells of whole bytes, all there.");
        }
        var chroma = (byte) (photometric.startsWith("YBR") ? GREY_CHROMA : 0);
        for (int frame = 0; frame < frames; frame++) {
            for (int sample = 0; sample < samples; sample++) {
                blackOut(black, new Plane(frame, sample, sample == 0 ? 0 : chroma));
            }
        }
        var masked = new ValueElement(pixels.tag(), pixels.vr(), Bytes.wrap(copy), pixels.order());
        return new PixelVerdict.Masked(image.with(masked), syntax);
    }

    /** One sample of all pixels of one frame. */
    private record Plane(int frame, int sample, byte black) {}

    private void blackOut(BitSet black, Plane plane) {
        boolean apart = number(image, Tags.PLANAR_CONFIGURATION, 0) == 1;
        int first = plane.frame() * size * samples + plane.sample() * (apart ? size : 1);
        int step = apart ? 1 : samples;
        black.stream().filter(pixel -> pixel < size).forEach(pixel -> fill(first + pixel * step, plane.black()));
    }

    private void fill(int cell, byte value) {
        // Bytes in words of big endian come in pairs, the second first (PS3.5, annex A.3).
        boolean swapped = bytes == 1 && pixels.vr() == Vr.OW && pixels.order() == ByteOrder.BIG_ENDIAN;
        int start = swapped ? cell ^ 1 : cell * bytes;
        Arrays.fill(copy, start, start + bytes, value);
    }

    private static int number(DataSet image, Tag tag, int absent) {
        return image.find(tag).map(Value::integer).orElse(absent);
    }
}
