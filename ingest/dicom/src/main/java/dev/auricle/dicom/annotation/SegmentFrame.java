package dev.auricle.dicom.annotation;

import dev.auricle.dicom.space.SlicePlane;

/**
 * Which segment a frame shows, and where.
 *
 * @param index of the frame in the pixel data, from 0
 */
public record SegmentFrame(int index, int segment, SlicePlane plane) {}
