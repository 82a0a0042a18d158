package dev.auricle.dicom.codec;

import java.nio.ByteBuffer;

/**
 * JPEG 2000 part 1 (ITU-T T.800), reversible and not, of one component or several, in tiles and layers, in all five
 * orders of progression. Not decoded, because medicine does not write it: regions of interest, packed packet headers,
 * changes of progression, and components of different sizes.
 */
final class Jpeg2000Decoder implements FrameDecoder {
    private static final int START_AND_SIZE = 0xFF4FFF51;
    private static final int BOX_FILE = 0x0000000C;
    private static final int BOX_CODESTREAM = 0x6A703263;

    @Override
    public byte[] decode(byte[] stream, FrameFormat format) {
        return new Jpeg2000Image(ByteBuffer.wrap(stream).position(start(stream)), format).decode();
    }

    /** Where the codestream begins: at once, as DICOM has it, or in a box of a JP2 file, as some have it all the same. */
    private static int start(byte[] stream) {
        var words = ByteBuffer.wrap(stream);
        if (stream.length > 8 && words.getInt(0) == BOX_FILE) {
            for (int at = 4; at + 8 < stream.length; at++) {
                if (words.getInt(at) == BOX_CODESTREAM && words.getInt(at + 4) == START_AND_SIZE) {
                    return at + 4;
                }
            }
        }
        return 0;
    }
}
