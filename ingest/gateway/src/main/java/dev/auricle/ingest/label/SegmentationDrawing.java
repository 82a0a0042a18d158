package dev.auricle.ingest.label;

import dev.auricle.dicom.annotation.FlatShapes;
import dev.auricle.dicom.annotation.ImageStack;
import dev.auricle.dicom.annotation.Naming;
import dev.auricle.dicom.annotation.OutlinedRegion.Reach;
import dev.auricle.dicom.annotation.Segment;
import dev.auricle.dicom.annotation.Segmentation;
import dev.auricle.dicom.annotation.SliceMasks;
import dev.auricle.dicom.annotation.UnableToReadAnnotation;
import java.util.ArrayList;
import java.util.List;

/** A DICOM SEG. It belongs to images whose grid its frames lie on, pixel on pixel. */
record SegmentationDrawing(String uid, Segmentation segmentation) implements Drawing {
    private static final int INSIDE = 1;

    @Override
    public String modality() {
        return "SEG";
    }

    @Override
    public boolean isBlank() {
        return segmentation.segments().isEmpty();
    }

    @Override
    public List<Drawn> on(Canvas canvas) {
        var drawn = new ArrayList<Drawn>();
        try {
            segmentation
                    .segments()
                    .forEach((segment, described) -> Classes.numberOf(
                                    naming(described), canvas.plan().classes())
                            .ifPresent(number -> drawn.add(drawn(segmentation, segment, number, canvas.images()))));
        } catch (UnableToReadAnnotation drawnElsewhere) {
            return List.of();
        }
        return drawn;
    }

    /**
     * A segment as what is drawn of a class.
     *
     * @throws UnableToReadAnnotation when it was not drawn on these images
     */
    static Drawn drawn(Segmentation segmentation, int segment, int number, ImageStack images) {
        var frameOfReference = segmentation.frameOfReference();
        if (!frameOfReference.isEmpty() && !frameOfReference.equals(images.frameOfReference())) {
            throw new UnableToReadAnnotation("the images are in another frame of reference");
        }
        var masks = SliceMasks.of(segmentation.mask(segment, images), INSIDE);
        var filled = new Filled(masks, new FlatShapes(images.geometry()));
        return new Drawn(number, filled, Reach.STACK, Origin.mask(segmentation.annotator(segment)));
    }

    private static Naming naming(Segment segment) {
        return new Naming(List.of(segment.concept().type()), List.of(segment.label()));
    }
}
