package dev.auricle.dicom.codec;

import dev.auricle.dicom.dictionary.TransferSyntax;
import java.util.Optional;

/** Turns one compressed frame into the cells it would have uncompressed. Without state: one decoder does for all. */
public interface FrameDecoder {
    /**
     * The frame's cells: [row, column, sample], little endian, {@link FrameFormat#bytes} in all. Samples are as the
     * stream has them; what their colours mean is the image's matter. Throws {@link UnableToDecode}, and nothing else,
     * whatever the stream is, within memory and time that the format bounds.
     */
    byte[] decode(byte[] stream, FrameFormat format);

    /** Whoever decodes the transfer syntax, if it is one that compresses frames and is decoded here. */
    static Optional<FrameDecoder> of(TransferSyntax syntax) {
        return switch (syntax) {
            case RLE_LOSSLESS -> Optional.of(new RleDecoder());
            case JPEG_BASELINE, JPEG_EXTENDED, JPEG_LOSSLESS, JPEG_LOSSLESS_SV1 -> Optional.of(new JpegDecoder());
            case JPEG_LS_LOSSLESS, JPEG_LS_NEAR_LOSSLESS -> Optional.of(new JpegLsDecoder());
            case JPEG_2000_LOSSLESS, JPEG_2000 -> Optional.of(new Jpeg2000Decoder());
            default -> Optional.empty();
        };
    }
}
