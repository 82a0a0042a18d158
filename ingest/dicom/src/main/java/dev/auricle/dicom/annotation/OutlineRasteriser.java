package dev.auricle.dicom.annotation;

import dev.auricle.dicom.annotation.Outline.InPatient;
import dev.auricle.dicom.annotation.Outline.OnImages;
import dev.auricle.dicom.space.Vector;
import java.util.concurrent.atomic.AtomicBoolean;

/** Fills outlines as what they are: a circle as a circle. A voxel is inside if its centre is. */
public final class OutlineRasteriser {
    private static final double HALF_A_PIXEL = 0.5;

    private OutlineRasteriser() {}

    /** Adds the outline's pixels to those that are there already; whether there are any of it on these images. */
    public static boolean rasterise(Outline outline, ImageStack images, SliceMasks target) {
        var drawn = new AtomicBoolean();
        var fill = new ShapeFill(images.geometry(), (slice, row, first, end) -> {
            target.add(slice, row, first, end);
            drawn.set(true);
        });
        if (outline instanceof OnImages onImages) {
            onImages.images()
                    .forEach(image -> images.slice(image)
                            .ifPresent(slice ->
                                    fill.fill(onImages.shape().mapped(corner -> index(corner, slice)), slice)));
        } else if (outline instanceof InPatient inPatient && isIn(inPatient, images)) {
            fill.fill(inPatient.shape().mapped(images.geometry()::index), 0);
        }
        return drawn.get();
    }

    private static Vector index(Vector corner, int slice) {
        return new Vector(corner.x() - HALF_A_PIXEL, corner.y() - HALF_A_PIXEL, slice);
    }

    private static boolean isIn(InPatient outline, ImageStack images) {
        return outline.frameOfReference().equals(images.frameOfReference());
    }
}
