package dev.auricle.dicom.annotation;

/**
 * Pixels that say how probably they are in the segment, or how much of them is (PS3.3, C.8.20.2.3). Those that reach a
 * threshold are in it.
 *
 * @param least the smallest sample that does
 */
record FrameFractions(SampleCells cells, int pixelsPerFrame, double least) implements FramePixels {
    @Override
    public void addTo(byte[] target, int offset, int frame, int segment) {
        int first = frame * pixelsPerFrame;
        for (int i = 0; i < pixelsPerFrame; i++) {
            if (cells.at(first + i) >= least) {
                target[offset + i] = 1;
            }
        }
    }
}
