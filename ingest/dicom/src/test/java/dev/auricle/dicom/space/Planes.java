package dev.auricle.dicom.space;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Stacks of planes for tests, turned any way in space. */
public final class Planes {
    private Planes() {}

    /** A right-angled pair of directions, different for each seed. */
    public static Orientation turned(long seed) {
        var random = new Random(seed);
        var row = unit(new Vector(random.nextGaussian(), random.nextGaussian(), random.nextGaussian()));
        var other = unit(new Vector(random.nextGaussian(), random.nextGaussian(), random.nextGaussian()));
        return new Orientation(row, unit(row.cross(other)));
    }

    /** Planes of 5 rows 0.8 mm and 7 columns 0.6 mm apart, at equal distances. */
    public static List<SlicePlane> stack(Orientation orientation, double spacing, int count) {
        var grid = new PlaneGrid(5, 7, 0.8, 0.6);
        var first = new SlicePlane(new Vector(-12.5, 33, 104.25), orientation, grid);
        return IntStream.range(0, count).mapToObj(i -> first.moved(i * spacing)).toList();
    }

    private static Vector unit(Vector vector) {
        return vector.times(1 / vector.length());
    }
}
