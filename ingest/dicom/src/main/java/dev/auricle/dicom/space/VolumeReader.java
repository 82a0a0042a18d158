package dev.auricle.dicom.space;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.Value;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.pixel.GreyPixels;
import dev.auricle.dicom.space.GeometryFinding.SinglePlane;
import dev.auricle.dicom.syntax.DicomFile;
import java.util.List;
import java.util.Optional;

/** Puts the single-frame images of a series together. */
public final class VolumeReader {
    private VolumeReader() {}

    /**
     * A volume, or why the images are none. Throws {@link UnableToPlace} and
     * {@link dev.auricle.dicom.pixel.UnableToReadPixels} for an image that by itself cannot be part of one.
     */
    public static Volume.Result read(List<DicomFile> images) {
        var arrangement = Arrangement.of(
                images.stream().map(image -> SlicePlane.of(image.dataSet())).toList());
        var geometry = arrangement.geometry().or(() -> ofSinglePlane(arrangement, images));
        return geometry.<Volume.Result>map(
                        stack -> new Volume.Assembled(read(stack, images, arrangement.order()), arrangement.order()))
                .orElseGet(() -> new Volume.Disarranged(arrangement.findings()));
    }

    /** A single plane is as thick as it says. */
    private static Optional<Geometry> ofSinglePlane(Arrangement arrangement, List<DicomFile> images) {
        if (!arrangement.findings().equals(List.of(new SinglePlane()))) {
            return Optional.empty();
        }
        return thickness(images.get(0).dataSet())
                .map(thickness -> new Geometry(arrangement.planes().get(0), thickness, 1));
    }

    private static Optional<Double> thickness(DataSet image) {
        return image.find(Tags.SPACING_BETWEEN_SLICES)
                .or(() -> image.find(Tags.SLICE_THICKNESS))
                .map(Value::number)
                .filter(thickness -> thickness > 0);
    }

    private static Volume read(Geometry geometry, List<DicomFile> images, List<Integer> order) {
        var voxels = new float[geometry.voxels()];
        for (int slice = 0; slice < geometry.slices(); slice++) {
            var image = images.get(order.get(slice));
            GreyPixels.of(image.dataSet(), image.transferSyntax()).readFrame(0, voxels, geometry.offset(slice));
        }
        return new Volume(geometry, voxels);
    }
}
