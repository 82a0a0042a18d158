package dev.auricle.dicom.pixel;

import dev.auricle.dicom.codec.EncapsulatedFrames;
import dev.auricle.dicom.codec.FrameDecoder;
import dev.auricle.dicom.codec.FrameFormat;
import dev.auricle.dicom.codec.UnableToDecode;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.FragmentsElement;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.pixel.UnableToReadPixels.Reason;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Frames in fragments, compressed or not (PS3.5, A.4). */
final class CodedFrames {
    private CodedFrames() {}

    static StoredFrames of(DataSet image, ImageShape shape, FragmentsElement pixels, TransferSyntax syntax) {
        var format = SampleFormat.of(image);
        if (syntax == TransferSyntax.ENCAPSULATED_UNCOMPRESSED) {
            return uncompressed(frames(image, shape, pixels), shape, ColourLayout.ofNative(image, shape), format);
        }
        var decoder = FrameDecoder.of(syntax).orElseThrow();
        var cells = cells(shape, format);
        var frames = frames(image, shape, pixels);
        return new StoredFrames(shape, ColourLayout.BY_PIXEL, frame -> {
            var decoded = decoder.decode(frames.frame(frame), cells);
            return format.samples(ByteBuffer.wrap(decoded).order(ByteOrder.LITTLE_ENDIAN), 0, 0);
        });
    }

    private static StoredFrames uncompressed(
            EncapsulatedFrames frames, ImageShape shape, ColourLayout layout, SampleFormat format) {
        var single = shape.withFrames(1);
        return new StoredFrames(shape, layout, frame -> {
            var cells = ByteBuffer.wrap(frames.frame(frame)).order(ByteOrder.LITTLE_ENDIAN);
            return NativeFrames.integers(single, layout, format, cells, 0).frame(0);
        });
    }

    private static FrameFormat cells(ImageShape shape, SampleFormat format) {
        try {
            return new FrameFormat(
                    shape.rows(), shape.columns(), shape.photometric().samples(), format.allocated());
        } catch (UnableToDecode nonsense) {
            throw new UnableToReadPixels(Reason.MALFORMED, nonsense);
        }
    }

    private static EncapsulatedFrames frames(DataSet image, ImageShape shape, FragmentsElement pixels) {
        try {
            return EncapsulatedFrames.of(image, pixels, shape.frames());
        } catch (UnableToDecode nonsense) {
            throw new UnableToReadPixels(Reason.MALFORMED, nonsense);
        }
    }
}
