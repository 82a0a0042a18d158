package dev.auricle.dicom.space;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.FunctionalGroups;
import dev.auricle.dicom.data.Value;
import dev.auricle.dicom.dictionary.Tag;
import dev.auricle.dicom.dictionary.Tags;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Where a frame of an image lies, and which stack it says that it is of.
 *
 * @param frame counted from 0
 * @param stack its Stack ID and temporal position, where it has them; frames of two stacks are not one
 * @param other its places along the image's dimensions that are not dimensions of space, for example echoes
 * @param thickness in millimetres to the next slice, where it is said; else 0
 */
public record FramePlane(int frame, SlicePlane plane, String stack, List<Integer> other, double thickness) {
    private static final List<Tag> DIMENSIONS_OF_SPACE = List.of(
            Tags.STACK_ID, Tags.IN_STACK_POSITION_NUMBER, Tags.IMAGE_POSITION_PATIENT, Tags.IMAGE_ORIENTATION_PATIENT);

    public FramePlane {
        other = List.copyOf(other);
    }

    /**
     * Those of all frames of an image, in the order of the frames. Throws {@link UnableToPlace}, or what
     * {@link DataSet#require} throws, where it does not say enough.
     */
    public static List<FramePlane> of(DataSet image) {
        int frames = image.find(Tags.NUMBER_OF_FRAMES).map(Value::integer).orElse(1);
        if (FunctionalGroups.areIn(image)) {
            return ofGroups(image, frames);
        }
        if (frames != 1) {
            throw new UnableToPlace(
                    "an image of several frames without functional groups does not say where each of them lies");
        }
        return List.of(new FramePlane(0, SlicePlane.of(image), "", List.of(), thickness(image)));
    }

    private static List<FramePlane> ofGroups(DataSet image, int frames) {
        var groups = FunctionalGroups.of(image);
        if (groups.isEmpty() || groups.size() != frames) {
            throw new UnableToPlace(frames + " frames with " + groups.size() + " functional groups");
        }
        int rows = image.require(Tags.ROWS).integer();
        int columns = image.require(Tags.COLUMNS).integer();
        var dimensions = otherDimensions(image);
        return IntStream.range(0, frames)
                .mapToObj(frame -> of(frame, groups.get(frame), rows, columns, dimensions))
                .toList();
    }

    private static FramePlane of(int frame, FunctionalGroups groups, int rows, int columns, int[] dimensions) {
        var content = groups.find(Tags.FRAME_CONTENT_SEQUENCE).orElse(DataSet.EMPTY);
        var stack = content.find(Tags.STACK_ID).map(Value::string).orElse("");
        int time =
                content.find(Tags.TEMPORAL_POSITION_INDEX).map(Value::integer).orElse(0);
        var places =
                content.find(Tags.DIMENSION_INDEX_VALUES).map(Value::integers).orElse(new int[0]);
        var other = IntStream.of(dimensions)
                .filter(dimension -> dimension < places.length)
                .mapToObj(dimension -> places[dimension])
                .toList();
        double thickness = thickness(groups.find(Tags.PIXEL_MEASURES_SEQUENCE).orElse(DataSet.EMPTY));
        return new FramePlane(frame, SlicePlane.of(groups, rows, columns), stack + "/" + time, other, thickness);
    }

    private static int[] otherDimensions(DataSet image) {
        var dimensions = image.items(Tags.DIMENSION_INDEX_SEQUENCE);
        return IntStream.range(0, dimensions.size())
                .filter(i -> !isOfSpace(dimensions.get(i)))
                .toArray();
    }

    private static boolean isOfSpace(DataSet dimension) {
        return dimension
                .find(Tags.DIMENSION_INDEX_POINTER)
                .filter(pointer -> DIMENSIONS_OF_SPACE.containsAll(pointer.tags()))
                .isPresent();
    }

    private static double thickness(DataSet measures) {
        return Optional.of(measures)
                .flatMap(item -> item.find(Tags.SPACING_BETWEEN_SLICES).or(() -> item.find(Tags.SLICE_THICKNESS)))
                .map(Value::number)
                .filter(thickness -> thickness > 0)
                .orElse(0.0);
    }
}
