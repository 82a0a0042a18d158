package dev.auricle.dicom.annotation;

/** Pixels that are the number of the segment they are in: those of a label map (PS3.3, C.8.20.2.3.3). */
record FrameLabels(SampleCells cells, int pixelsPerFrame) implements FramePixels {
    @Override
    public void addTo(byte[] target, int offset, int frame, int segment) {
        int first = frame * pixelsPerFrame;
        for (int i = 0; i < pixelsPerFrame; i++) {
            if (cells.at(first + i) == segment) {
                target[offset + i] = 1;
            }
        }
    }
}
