package dev.auricle.dicom.annotation;

import dev.auricle.dicom.annotation.Outline.InPatient;
import dev.auricle.dicom.annotation.Outline.OnImages;
import dev.auricle.dicom.space.Vector;

/** Fills outlines as what they are: a circle as a circle. A voxel is inside if its centre is. */
public final class OutlineRasteriser {
    private static final double HALF_A_PIXEL = 0.5;

    private OutlineRasteriser() {}

    /** The outline's pixels; none where it was not drawn on these images. */
    public static SliceMasks rasterise(Outline outline, ImageStack images) {
        var masks = new SliceMasks(images.geometry());
        var fill = new ShapeFill(images.geometry(), masks::add);
        if (outline instanceof OnImages onImages) {
            onImages.images()
                    .forEach(image -> images.slice(image)
                            .ifPresent(slice ->
                                    fill.fill(onImages.shape().mapped(corner -> index(corner, slice)), slice)));
        } else if (outline instanceof InPatient inPatient && isIn(inPatient, images)) {
            fill.fill(inPatient.shape().mapped(images.geometry()::index), 0);
        }
        return masks;
    }

    private static Vector index(Vector corner, int slice) {
        return new Vector(corner.x() - HALF_A_PIXEL, corner.y() - HALF_A_PIXEL, slice);
    }

    private static boolean isIn(InPatient outline, ImageStack images) {
        return outline.frameOfReference().equals(images.frameOfReference());
    }
}
