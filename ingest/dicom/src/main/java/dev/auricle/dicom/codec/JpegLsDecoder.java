package dev.auricle.dicom.codec;

/** JPEG-LS (ITU-T T.87), lossless and nearly so, in all three ways of interleaving. */
final class JpegLsDecoder implements FrameDecoder {
    @Override
    public byte[] decode(byte[] stream, FrameFormat format) {
        var image = new JpegLsImage(stream, format);
        while (!image.isComplete()) {
            image.readSegment();
        }
        return image.cells();
    }
}
