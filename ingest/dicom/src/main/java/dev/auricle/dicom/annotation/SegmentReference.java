package dev.auricle.dicom.annotation;

/**
 * A segment of another object.
 *
 * @param sopInstanceUid of the segmentation
 * @param segment its number
 */
public record SegmentReference(String sopInstanceUid, int segment) {}
