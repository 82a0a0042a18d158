package dev.auricle.deploy.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.dicom.space.Geometry;
import dev.auricle.dicom.space.Mask;
import dev.auricle.dicom.space.Orientation;
import dev.auricle.dicom.space.PlaneGrid;
import dev.auricle.dicom.space.SlicePlane;
import dev.auricle.dicom.space.Vector;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HabitTest {
    @Test
    void plain_is_what_is_there() {
        // Given
        var truth = mask("...", ".#.", "##.");
        // When
        var drawn = Habit.PLAIN.drawn(truth);
        // Then
        assertThat(drawn.labels()).isEqualTo(truth.labels());
    }

    @Test
    void opened_and_eroded_loses_threads_and_a_rim() {
        // Given
        var truth = mask(
                ".........", //
                "...###...",
                "..#####..",
                ".########",
                ".#######.",
                ".#######.",
                "..#####..",
                "...###...",
                ".........");
        // When
        var drawn = Habit.OPENED_AND_ERODED.drawn(truth);
        // Then
        assertThat(text(drawn))
                .isEqualTo(String.join(
                        "\n", //
                        ".........",
                        ".........",
                        "...###...",
                        "..#####..",
                        "..#####..",
                        "..#####..",
                        "...###...",
                        ".........",
                        "........."));
    }

    @Test
    void closed_and_dilated_fills_holes_and_gains_a_rim() {
        // Given
        var truth = mask(
                "...........", //
                "...........",
                "....###....",
                "...#####...",
                "...##.##...",
                "...#####...",
                "....###....",
                "...........",
                "...........");
        // When
        var drawn = Habit.CLOSED_AND_DILATED.drawn(truth);
        // Then
        assertThat(text(drawn))
                .isEqualTo(String.join(
                        "\n", //
                        "...........",
                        "....###....",
                        "...#####...",
                        "..#######..",
                        "..#######..",
                        "..#######..",
                        "...#####...",
                        "....###....",
                        "..........."));
    }

    private static Mask mask(String... rows) {
        var grid = new PlaneGrid(rows.length, rows[0].length(), 1, 1);
        var straight = new Orientation(new Vector(1, 0, 0), new Vector(0, 1, 0));
        var mask = Mask.empty(new Geometry(new SlicePlane(new Vector(0, 0, 0), straight, grid), 1, 1));
        var text = String.join("", rows);
        IntStream.range(0, text.length())
                .filter(pixel -> text.charAt(pixel) == '#')
                .forEach(pixel -> mask.labels()[pixel] = 1);
        return mask;
    }

    private static String text(Mask mask) {
        int columns = mask.geometry().columns();
        return IntStream.range(0, mask.geometry().rows())
                .mapToObj(row -> IntStream.range(row * columns, (row + 1) * columns)
                        .mapToObj(pixel -> mask.labels()[pixel] == 1 ? "#" : ".")
                        .collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
    }
}
