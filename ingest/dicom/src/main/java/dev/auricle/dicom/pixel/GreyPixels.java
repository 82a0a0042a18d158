package dev.auricle.dicom.pixel;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.pixel.UnableToReadPixels.Reason;

/**
 * The grey pixels of an image of one or more frames, decoded when asked for. Values are those of the modality, after
 * its {@link ValueTransformation}; MONOCHROME1 is not inverted, that being a matter of display.
 */
public final class GreyPixels {
    private final StoredFrames stored;
    private final FrameTransformations transformations;

    private GreyPixels(StoredFrames stored, FrameTransformations transformations) {
        this.stored = stored;
        this.transformations = transformations;
    }

    /** The pixels of an image; {@link UnableToReadPixels} where they are coloured, not decoded here or not all there. */
    public static GreyPixels of(DataSet image, TransferSyntax syntax) {
        var photometric = Photometric.of(image);
        if (!photometric.isGrey()) {
            throw new UnableToReadPixels(Reason.NOT_GREY, "the pixels are " + photometric);
        }
        return new GreyPixels(StoredFrames.of(image, syntax), FrameTransformations.of(image));
    }

    /** Whether pixels in the transfer syntax are read at all. */
    public static boolean reads(TransferSyntax syntax) {
        return StoredFrames.reads(syntax);
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

    /** One frame, counted from 0: [row, column], values of the modality. */
    public float[] frame(int frame) {
        var values = new float[stored.shape().pixels()];
        readFrame(frame, values, 0);
        return values;
    }

    /**
     * One frame, counted from 0, into the target from the offset on: [row, column], values of the modality. Throws
     * {@link UnableToReadPixels} where it cannot be decoded.
     */
    public void readFrame(int frame, float[] target, int offset) {
        var samples = stored.frame(frame);
        var transformation = transformations.of(frame);
        int count = stored.shape().pixels();
        for (int i = 0; i < count; i++) {
            target[offset + i] = (float) transformation.apply(samples.at(i));
        }
    }
}
