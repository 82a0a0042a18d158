package dev.auricle.dicom.codec;

/** JPEG (ITU-T T.81): baseline, extended sequential with Huffman codes of 8 and 12 bits, and lossless of 2 to 16. */
final class JpegDecoder implements FrameDecoder {
    @Override
    public byte[] decode(byte[] stream, FrameFormat format) {
        var image = new JpegImage(stream, format);
        while (!image.isComplete()) {
            image.readSegment();
        }
        return image.cells();
    }
}
