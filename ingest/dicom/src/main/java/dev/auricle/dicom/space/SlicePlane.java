package dev.auricle.dicom.space;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.FunctionalGroups;
import dev.auricle.dicom.dictionary.Tags;

/**
 * Where one slice lies (Image Plane module, PS3.3 section C.7.6.2).
 *
 * @param position the centre of the first pixel, in millimetres (LPS)
 */
public record SlicePlane(Vector position, Orientation orientation, PlaneGrid grid) {
    public SlicePlane {
        if (!position.isFinite()) {
            throw new UnableToPlace("a position that is not a number");
        }
    }

    /**
     * What a single-frame image says. Throws {@link UnableToPlace}, or what {@link DataSet#require} throws, where it
     * does not say enough.
     */
    public static SlicePlane of(DataSet image) {
        if (image.contains(Tags.SHARED_FUNCTIONAL_GROUPS_SEQUENCE)) {
            throw new UnableToPlace("an enhanced multi-frame image has a plane for each frame");
        }
        var spacing = image.require(Tags.PIXEL_SPACING).numbers(2);
        var grid = new PlaneGrid(
                image.require(Tags.ROWS).integer(), image.require(Tags.COLUMNS).integer(), spacing[0], spacing[1]);
        return of(
                image.require(Tags.IMAGE_POSITION_PATIENT).numbers(3),
                image.require(Tags.IMAGE_ORIENTATION_PATIENT).numbers(6),
                grid);
    }

    /** What the functional groups of a frame say. Throws as {@link #of(DataSet)} does. */
    public static SlicePlane of(FunctionalGroups groups, int rows, int columns) {
        var spacing = groups.require(Tags.PIXEL_MEASURES_SEQUENCE)
                .require(Tags.PIXEL_SPACING)
                .numbers(2);
        return of(
                groups.require(Tags.PLANE_POSITION_SEQUENCE)
                        .require(Tags.IMAGE_POSITION_PATIENT)
                        .numbers(3),
                groups.require(Tags.PLANE_ORIENTATION_SEQUENCE)
                        .require(Tags.IMAGE_ORIENTATION_PATIENT)
                        .numbers(6),
                new PlaneGrid(rows, columns, spacing[0], spacing[1]));
    }

    /** From the values of Image Position (Patient) and Image Orientation (Patient). */
    public static SlicePlane of(double[] position, double[] orientation, PlaneGrid grid) {
        return new SlicePlane(
                Vector.of(position, 0), new Orientation(Vector.of(orientation, 0), Vector.of(orientation, 3)), grid);
    }

    /** The same plane, so many millimetres along its normal. */
    public SlicePlane moved(double millimetres) {
        return new SlicePlane(position.plus(orientation.normal().times(millimetres)), orientation, grid);
    }
}
