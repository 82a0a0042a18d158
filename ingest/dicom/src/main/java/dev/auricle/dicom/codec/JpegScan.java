package dev.auricle.dicom.codec;

import java.util.List;
import java.util.Optional;

/**
 * One scan of a JPEG frame (T.81, B.2.3): some of its components, and how they are coded.
 *
 * @param selection the predictor, of lossless scans
 * @param transform the bits by which samples of lossless scans were made smaller
 * @param restart the units from one restart marker to the next; 0: there are none
 */
record JpegScan(JpegFrame frame, List<Part> parts, int selection, int transform, int restart) {
    JpegScan {
        parts = List.copyOf(parts);
    }

    /**
     * A component of the scan.
     *
     * @param first table of differences from one block or sample to the next
     */
    record Part(JpegPlane plane, JpegHuffman first, Optional<Block> block) {}

    /**
     * What is needed of a component that is coded in blocks.
     *
     * @param rest table of what else is in a block
     */
    record Block(JpegHuffman rest, JpegSteps steps) {}
}
