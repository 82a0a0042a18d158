package dev.auricle.ingest.assemble;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.NoSuchAttribute;
import dev.auricle.dicom.space.FramePlane;
import dev.auricle.dicom.space.StackedFrames;
import dev.auricle.dicom.space.UnableToPlace;
import dev.auricle.schemas.record.SeriesInstance;
import dev.auricle.schemas.record.SlicePlane;
import dev.auricle.schemas.record.Vector;
import java.util.List;

/** Where the frames of an image of several lie, in few bytes: what all of them share is said once. */
final class FramePlanes {
    private FramePlanes() {}

    /** Adds the planes of frames that are one stack, or how many stacks they are; nothing where it is not said. */
    static void describe(DataSet image, SeriesInstance.Builder instance) {
        try {
            var stacks = StackedFrames.of(FramePlane.of(image));
            instance.setStacks(stacks.size());
            if (stacks.size() == 1) {
                describe(stacks.get(0).frames(), instance);
            }
        } catch (UnableToPlace | NoSuchAttribute unsaid) {
            instance.clearStacks();
        }
    }

    private static void describe(List<FramePlane> frames, SeriesInstance.Builder instance) {
        for (var frame : frames) {
            var position = frame.plane().position();
            instance.addFramePositions(position.x())
                    .addFramePositions(position.y())
                    .addFramePositions(position.z());
        }
        var first = frames.get(0).plane();
        instance.setPlane(SlicePlane.newBuilder()
                .setPosition(vector(first.position()))
                .setRowDirection(vector(first.orientation().row()))
                .setColumnDirection(vector(first.orientation().column()))
                .setRowSpacing(first.grid().rowSpacing())
                .setColumnSpacing(first.grid().columnSpacing())
                .setRows(first.grid().rows())
                .setColumns(first.grid().columns()));
    }

    private static Vector vector(dev.auricle.dicom.space.Vector vector) {
        return Vector.newBuilder()
                .setX(vector.x())
                .setY(vector.y())
                .setZ(vector.z())
                .build();
    }
}
