package dev.auricle.dicom.pixel;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.ValueElement;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.Vr;
import dev.auricle.dicom.pixel.UnableToReadPixels.Reason;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Frames that lie uncompressed one after the other (PS3.5, 8.1 and 8.2); none is copied. */
final class NativeFrames {
    private NativeFrames() {}

    static StoredFrames of(DataSet image, ImageShape shape, ValueElement pixels) {
        var layout = ColourLayout.ofNative(image, shape);
        var cells = pixels.value().buffer(pixels.order());
        if (!pixels.tag().equals(Tags.PIXEL_DATA)) {
            return floating(shape, layout, cells, pixels.tag().equals(Tags.FLOAT_PIXEL_DATA));
        }
        var format = SampleFormat.of(image);
        // Bytes in words of big endian come in pairs, the second first (PS3.5, annex A.3 and 8.2).
        boolean swapped = format.allocated() <= 8 && pixels.vr() == Vr.OW && pixels.order() == ByteOrder.BIG_ENDIAN;
        return integers(shape, layout, format, cells, swapped ? 1 : 0);
    }

    static StoredFrames integers(
            ImageShape shape, ColourLayout layout, SampleFormat format, ByteBuffer cells, int swap) {
        requireSize(cells, shape, layout, format.allocated());
        return new StoredFrames(
                shape, layout, frame -> format.samples(cells, (long) frame * layout.cells(shape), swap));
    }

    private static StoredFrames floating(ImageShape shape, ColourLayout layout, ByteBuffer cells, boolean single) {
        requireSize(cells, shape, layout, single ? Float.SIZE : Double.SIZE);
        return new StoredFrames(shape, layout, frame -> {
            int first = frame * layout.cells(shape);
            return single
                    ? cell -> cells.getFloat(Float.BYTES * (first + cell))
                    : cell -> cells.getDouble(Double.BYTES * (first + cell));
        });
    }

    private static void requireSize(ByteBuffer cells, ImageShape shape, ColourLayout layout, int allocated) {
        long bits = (long) shape.frames() * layout.cells(shape) * allocated;
        if (cells.capacity() < (bits + Byte.SIZE - 1) / Byte.SIZE) {
            throw new UnableToReadPixels(
                    Reason.TOO_SHORT,
                    cells.capacity() + " bytes for " + shape.frames() + " frames of " + shape.rows() + " rows and "
                            + shape.columns() + " columns of " + allocated + " bits");
        }
    }
}
