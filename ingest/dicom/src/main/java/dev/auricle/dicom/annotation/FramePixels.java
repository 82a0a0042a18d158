package dev.auricle.dicom.annotation;

/** What the pixels of a segmentation's frames say of its segments. */
public sealed interface FramePixels permits FrameBits, FrameFractions, FrameLabels {
    /** Sets the target, from the offset on, to 1 where the frame, counted from 0, shows the segment. */
    void addTo(byte[] target, int offset, int frame, int segment);
}
