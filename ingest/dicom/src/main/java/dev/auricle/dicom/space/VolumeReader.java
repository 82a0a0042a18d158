package dev.auricle.dicom.space;

import dev.auricle.dicom.pixel.GreyPixels;
import dev.auricle.dicom.space.GeometryFinding.SinglePlane;
import dev.auricle.dicom.syntax.DicomFile;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/** Puts the images of a series together, or the frames of one image. */
public final class VolumeReader {
    private VolumeReader() {}

    /** A frame, and as which it is counted. */
    private record Source(DicomFile image, FramePlane frame, int number) {}

    /**
     * A volume of all frames of all images, or why they are none; the order counts frames from image to image. Throws
     * {@link UnableToPlace} and {@link dev.auricle.dicom.pixel.UnableToReadPixels} for an image that by itself cannot be
     * part of one.
     */
    public static Volume.Result read(List<DicomFile> images) {
        var sources = new ArrayList<Source>();
        for (var image : images) {
            for (var frame : FramePlane.of(image.dataSet())) {
                sources.add(new Source(image, frame, sources.size()));
            }
        }
        return assemble(sources);
    }

    /** For each stack of an image, a volume, or why it is none; orders count the image's frames. Throws likewise. */
    public static List<Volume.Result> readStacks(DicomFile image) {
        return StackedFrames.of(FramePlane.of(image.dataSet())).stream()
                .map(stack -> assemble(stack.frames().stream()
                        .map(frame -> new Source(image, frame, frame.frame()))
                        .toList()))
                .toList();
    }

    private static Volume.Result assemble(List<Source> sources) {
        var arrangement = Arrangement.of(
                sources.stream().map(source -> source.frame().plane()).toList());
        var geometry = arrangement.geometry().or(() -> ofSinglePlane(arrangement, sources));
        if (geometry.isEmpty()) {
            return new Volume.Disarranged(arrangement.findings());
        }
        var slices = arrangement.order().stream().map(sources::get).toList();
        return new Volume.Assembled(
                read(geometry.get(), slices),
                slices.stream().map(Source::number).toList());
    }

    /** A single plane is as thick as it says. */
    private static Optional<Geometry> ofSinglePlane(Arrangement arrangement, List<Source> sources) {
        if (!arrangement.findings().equals(List.of(new SinglePlane()))) {
            return Optional.empty();
        }
        double thickness = sources.get(0).frame().thickness();
        return thickness > 0 ? Optional.of(new Geometry(arrangement.planes().get(0), thickness, 1)) : Optional.empty();
    }

    private static Volume read(Geometry geometry, List<Source> slices) {
        var voxels = new float[geometry.voxels()];
        var pixels = new IdentityHashMap<DicomFile, GreyPixels>();
        for (int slice = 0; slice < slices.size(); slice++) {
            var source = slices.get(slice);
            pixels.computeIfAbsent(source.image(), image -> GreyPixels.of(image.dataSet(), image.transferSyntax()))
                    .readFrame(source.frame().frame(), voxels, geometry.offset(slice));
        }
        return new Volume(geometry, voxels);
    }
}
