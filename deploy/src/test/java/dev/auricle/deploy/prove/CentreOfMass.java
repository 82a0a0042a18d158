package dev.auricle.deploy.prove;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.space.Mask;
import dev.auricle.dicom.space.Vector;
import java.nio.ByteOrder;
import java.util.List;

/** Where the middle of something lies in the patient, in millimetres. */
final class CentreOfMass {
    private double x;
    private double y;
    private double z;
    private int voxels;

    private CentreOfMass() {}

    /**
     * Of all pixels above a value, by the equation of PS3.3, C.7.6.2.1.1, written out: nothing of what places volumes in
     * the product is used here, so that an error in it cannot hide itself.
     */
    static CentreOfMass ofBrighter(int value, List<DataSet> images) {
        var centre = new CentreOfMass();
        for (var image : images) {
            var pixels = image.require(Tags.PIXEL_DATA)
                    .bytes()
                    .buffer(ByteOrder.LITTLE_ENDIAN)
                    .asShortBuffer();
            int columns = image.require(Tags.COLUMNS).integer();
            double[] position = image.require(Tags.IMAGE_POSITION_PATIENT).numbers(3);
            double[] cosines = image.require(Tags.IMAGE_ORIENTATION_PATIENT).numbers(6);
            double[] spacing = image.require(Tags.PIXEL_SPACING).numbers(2);
            for (int pixel = 0; pixel < pixels.limit(); pixel++) {
                if (pixels.get(pixel) > value) {
                    int row = pixel / columns;
                    int column = pixel % columns;
                    double i = column * spacing[1];
                    double j = row * spacing[0];
                    centre.add(
                            position[0] + cosines[0] * i + cosines[3] * j,
                            position[1] + cosines[1] * i + cosines[4] * j,
                            position[2] + cosines[2] * i + cosines[5] * j);
                }
            }
        }
        return centre;
    }

    /** Of a mask of 0 and 1. */
    static CentreOfMass of(Mask mask) {
        var geometry = mask.geometry();
        var centre = new CentreOfMass();
        int at = 0;
        for (int slice = 0; slice < geometry.slices(); slice++) {
            for (int row = 0; row < geometry.rows(); row++) {
                for (int column = 0; column < geometry.columns(); column++, at++) {
                    if (mask.labels()[at] != 0) {
                        var position = geometry.position(new Vector(column, row, slice));
                        centre.add(position.x(), position.y(), position.z());
                    }
                }
            }
        }
        return centre;
    }

    Vector position() {
        return new Vector(x / voxels, y / voxels, z / voxels);
    }

    int voxels() {
        return voxels;
    }

    private void add(double x, double y, double z) {
        this.x += x;
        this.y += y;
        this.z += z;
        voxels++;
    }
}
