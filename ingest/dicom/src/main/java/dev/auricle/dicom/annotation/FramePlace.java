package dev.auricle.dicom.annotation;

import dev.auricle.dicom.space.SlicePlane;

/** Where a frame of a segmentation lies. */
public sealed interface FramePlace {
    /** In the patient. */
    record InPatient(SlicePlane plane) implements FramePlace {}

    /** On the image that it was made of; of itself it does not say where that is. */
    record OnImage(ImageReference image, int rows, int columns) implements FramePlace {}
}
