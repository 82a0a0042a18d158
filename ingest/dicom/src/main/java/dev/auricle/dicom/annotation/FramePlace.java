package dev.auricle.dicom.annotation;

import dev.auricle.dicom.data.FunctionalGroups;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.space.SlicePlane;

/** Where a frame of a segmentation lies. */
public sealed interface FramePlace {
    /** At the frame's position or, where it has none, on the first image that it was made of. */
    static FramePlace of(FunctionalGroups groups, int rows, int columns) {
        var source = groups.find(Tags.DERIVATION_IMAGE_SEQUENCE)
                .flatMap(derivation -> derivation.firstItem(Tags.SOURCE_IMAGE_SEQUENCE));
        boolean placed = groups.find(Tags.PLANE_POSITION_SEQUENCE).isPresent()
                || groups.find(Tags.PLANE_POSITION_SLIDE_SEQUENCE).isPresent();
        return placed || source.isEmpty()
                ? new InPatient(SlicePlane.of(groups, rows, columns))
                : new OnImage(ImageReference.of(source.get()).get(0), rows, columns);
    }

    /** In the patient. */
    record InPatient(SlicePlane plane) implements FramePlace {}

    /** On the image that it was made of; of itself it does not say where that is. */
    record OnImage(ImageReference image, int rows, int columns) implements FramePlace {}
}
