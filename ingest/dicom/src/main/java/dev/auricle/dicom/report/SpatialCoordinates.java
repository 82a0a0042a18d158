package dev.auricle.dicom.report;

import dev.auricle.dicom.annotation.Graphic;
import dev.auricle.dicom.annotation.ImageReference;
import dev.auricle.dicom.annotation.Outline;
import dev.auricle.dicom.annotation.Outline.InPatient;
import dev.auricle.dicom.annotation.Outline.OnImages;
import dev.auricle.dicom.annotation.Shape;
import dev.auricle.dicom.dictionary.Tags;
import java.util.Optional;

/**
 * Content items of type SCOORD (PS3.3, C.18.6) and SCOORD3D (C.18.9). Points and open lines bound no area; but where a
 * line is called a region of an image, its end is joined to its beginning, because some writers leave that to the reader.
 */
final class SpatialCoordinates {
    private SpatialCoordinates() {}

    /** What it outlines, if it is on something and bounds anything. */
    static Optional<Outline> outline(ContentItem item) {
        return switch (item.type()) {
            case SCOORD -> onImages(item);
            case SCOORD3D -> inPatient(item);
            default -> Optional.empty();
        };
    }

    private static Optional<Outline> onImages(ContentItem item) {
        var images = item.children(ValueType.IMAGE)
                .flatMap(image -> image.values().items(Tags.REFERENCED_SOP_SEQUENCE).stream())
                .flatMap(reference -> ImageReference.of(reference).stream())
                .toList();
        return images.isEmpty() ? Optional.empty() : shape(item, 2).map(shape -> new OnImages(images, shape));
    }

    private static Optional<Outline> inPatient(ContentItem item) {
        var frameOfReference =
                item.values().require(Tags.REFERENCED_FRAME_OF_REFERENCE_UID).string();
        return shape(item, 3).map(shape -> new InPatient(frameOfReference, shape));
    }

    private static Optional<Shape> shape(ContentItem item, int dimensions) {
        var graphic = Graphic.of(item.values(), dimensions);
        return item.isAbout(Concepts.IMAGE_REGION) ? graphic.region() : graphic.shape();
    }
}
