package dev.auricle.dicom.annotation;

import java.util.List;

/**
 * The frames of a segmentation, and what their pixels are.
 *
 * @param spacing Spacing Between Slices in millimetres, 0 if it is not said
 * @param thickness Slice Thickness in millimetres, 0 if it is not said
 */
public record SegmentFrames(List<SegmentFrame> frames, FramePixels pixels, double spacing, double thickness) {
    public SegmentFrames {
        if (frames.isEmpty()) {
            throw new UnableToReadAnnotation("there are no frames");
        }
        frames = List.copyOf(frames);
    }
}
