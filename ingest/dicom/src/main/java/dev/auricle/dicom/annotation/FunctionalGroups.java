package dev.auricle.dicom.annotation;

import dev.auricle.dicom.annotation.FramePlace.InPatient;
import dev.auricle.dicom.annotation.FramePlace.OnImage;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.NoSuchAttribute;
import dev.auricle.dicom.dictionary.Tag;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.space.PlaneGrid;
import dev.auricle.dicom.space.SlicePlane;
import java.util.Optional;

/** What is said of one frame: by its own functional groups, or by those all frames share (PS3.3, C.7.6.16). */
record FunctionalGroups(DataSet frame, DataSet shared) {
    /** The one item of a macro's sequence. */
    Optional<DataSet> find(Tag macro) {
        return frame.firstItem(macro).or(() -> shared.firstItem(macro));
    }

    DataSet require(Tag macro) {
        return find(macro).orElseThrow(() -> new NoSuchAttribute(macro));
    }

    /** Where the frame lies: at its position or, where it has none, on the first image that it was made of. */
    FramePlace place(int rows, int columns) {
        var source = find(Tags.DERIVATION_IMAGE_SEQUENCE)
                .flatMap(derivation -> derivation.firstItem(Tags.SOURCE_IMAGE_SEQUENCE));
        boolean placed = find(Tags.PLANE_POSITION_SEQUENCE).isPresent()
                || find(Tags.PLANE_POSITION_SLIDE_SEQUENCE).isPresent();
        return placed || source.isEmpty()
                ? new InPatient(plane(rows, columns))
                : new OnImage(ImageReference.of(source.get()).get(0), rows, columns);
    }

    private SlicePlane plane(int rows, int columns) {
        var spacing = require(Tags.PIXEL_MEASURES_SEQUENCE)
                .require(Tags.PIXEL_SPACING)
                .numbers(2);
        return SlicePlane.of(
                require(Tags.PLANE_POSITION_SEQUENCE)
                        .require(Tags.IMAGE_POSITION_PATIENT)
                        .numbers(3),
                require(Tags.PLANE_ORIENTATION_SEQUENCE)
                        .require(Tags.IMAGE_ORIENTATION_PATIENT)
                        .numbers(6),
                new PlaneGrid(rows, columns, spacing[0], spacing[1]));
    }
}
