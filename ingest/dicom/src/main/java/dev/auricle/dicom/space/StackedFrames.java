package dev.auricle.dicom.space;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Frames of one image that belong together: of one Stack ID and temporal position, turned alike, on pixels of one size.
 * Where several of them lie in one place, frames apart in another dimension (an echo, a b-value) are apart.
 */
public record StackedFrames(List<FramePlane> frames) {
    public StackedFrames {
        frames = List.copyOf(frames);
    }

    /** The stacks of an image, each in the order of its first frame. */
    public static List<StackedFrames> of(List<FramePlane> frames) {
        var stacks = new LinkedHashMap<String, List<List<FramePlane>>>();
        for (var frame : frames) {
            var alike = stacks.computeIfAbsent(frame.stack(), key -> new ArrayList<>());
            alike.stream()
                    .filter(others -> isAlike(others.get(0).plane(), frame.plane()))
                    .findFirst()
                    .orElseGet(() -> added(alike))
                    .add(frame);
        }
        return stacks.values().stream()
                .flatMap(List::stream)
                .flatMap(stack -> apart(stack).stream())
                .toList();
    }

    private static List<FramePlane> added(List<List<FramePlane>> stacks) {
        var fresh = new ArrayList<FramePlane>();
        stacks.add(fresh);
        return fresh;
    }

    private static boolean isAlike(SlicePlane plane, SlicePlane other) {
        return Arrangement.of(List.of(plane, other)).findings().stream()
                .allMatch(finding -> finding instanceof GeometryFinding.DuplicatePosition
                        || finding instanceof GeometryFinding.Sheared);
    }

    private static List<StackedFrames> apart(List<FramePlane> frames) {
        boolean doubled = new StackedFrames(frames)
                .arrangement().findings().stream().anyMatch(GeometryFinding.DuplicatePosition.class::isInstance);
        if (!doubled) {
            return List.of(new StackedFrames(frames));
        }
        var stacks = new LinkedHashMap<List<Integer>, List<FramePlane>>();
        frames.forEach(frame ->
                stacks.computeIfAbsent(frame.other(), key -> new ArrayList<>()).add(frame));
        return stacks.values().stream().map(StackedFrames::new).toList();
    }

    /** How the frames lie; planes are counted in the order of {@link #frames}. */
    public Arrangement arrangement() {
        return Arrangement.of(frames.stream().map(FramePlane::plane).toList());
    }
}
