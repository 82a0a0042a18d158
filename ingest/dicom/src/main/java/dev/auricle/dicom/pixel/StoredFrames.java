package dev.auricle.dicom.pixel;

import dev.auricle.dicom.codec.FrameDecoder;
import dev.auricle.dicom.codec.UnableToDecode;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.Element;
import dev.auricle.dicom.data.FragmentsElement;
import dev.auricle.dicom.data.ValueElement;
import dev.auricle.dicom.dictionary.Tag;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.pixel.UnableToReadPixels.Reason;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * The frames of an image as they are stored, native or compressed, integers or floating point; each is decoded when it
 * is asked for.
 *
 * @param layout where in a frame the samples of a pixel lie
 * @param reader gives a frame, counted from 0
 */
record StoredFrames(ImageShape shape, ColourLayout layout, IntFunction<FrameSamples> reader) {
    private static final List<Tag> PIXELS =
            List.of(Tags.PIXEL_DATA, Tags.FLOAT_PIXEL_DATA, Tags.DOUBLE_FLOAT_PIXEL_DATA);

    /** Whether pixels in the transfer syntax are read here. */
    static boolean reads(TransferSyntax syntax) {
        return switch (syntax) {
            case IMPLICIT_VR_LITTLE_ENDIAN,
                    EXPLICIT_VR_LITTLE_ENDIAN,
                    DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN,
                    EXPLICIT_VR_BIG_ENDIAN,
                    ENCAPSULATED_UNCOMPRESSED -> true;
            default -> FrameDecoder.of(syntax).isPresent();
        };
    }

    static StoredFrames of(DataSet image, TransferSyntax syntax) {
        if (!reads(syntax)) {
            throw new UnableToReadPixels(Reason.SYNTAX, "pixels in " + syntax + " are not decoded");
        }
        var shape = ImageShape.of(image);
        var pixels = pixels(image);
        if (!syntax.isEncapsulated() && pixels instanceof ValueElement value) {
            return NativeFrames.of(image, shape, value);
        }
        if (syntax.isEncapsulated() && pixels instanceof FragmentsElement fragments) {
            return CodedFrames.of(image, shape, fragments, syntax);
        }
        throw new UnableToReadPixels(Reason.TOO_SHORT, "the pixels are not stored as " + syntax.title() + " has them");
    }

    private static Element pixels(DataSet image) {
        return PIXELS.stream()
                .map(image::element)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new UnableToReadPixels(Reason.TOO_SHORT, "there are no pixels"));
    }

    FrameSamples frame(int frame) {
        if (frame < 0 || frame >= shape.frames()) {
            throw new IndexOutOfBoundsException("frame " + frame + " of " + shape.frames());
        }
        try {
            return reader.apply(frame);
        } catch (UnableToDecode malformed) {
            throw new UnableToReadPixels(Reason.MALFORMED, malformed);
        }
    }
}
