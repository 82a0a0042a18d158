package dev.auricle.dicom.annotation;

import java.util.List;

/** A shape, and in which coordinates it is given. */
public sealed interface Outline {
    Shape shape();

    /**
     * On images: (column, row), counted from the outer corner of the first pixel, whose centre is (0.5, 0.5)
     * (PS3.3, C.18.6.1 and C.10.5).
     */
    record OnImages(List<ImageReference> images, Shape shape) implements Outline {
        public OnImages {
            images = List.copyOf(images);
        }
    }

    /** In the patient: millimetres of a coordinate system (PS3.3, C.18.9.1). */
    record InPatient(String frameOfReference, Shape shape) implements Outline {}
}
