package dev.auricle.dicom.annotation;

import java.util.Set;

/**
 * Which segments a frame may show, and where.
 *
 * @param index of the frame in the pixel data, from 0
 * @param segments their numbers: one, or all of them in a label map
 */
public record SegmentFrame(int index, Set<Integer> segments, FramePlace place) {
    public SegmentFrame {
        segments = Set.copyOf(segments);
    }
}
