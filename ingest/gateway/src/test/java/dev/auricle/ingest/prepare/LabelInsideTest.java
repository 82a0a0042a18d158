package dev.auricle.ingest.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.dicom.space.Geometry;
import dev.auricle.dicom.space.Mask;
import dev.auricle.dicom.space.Orientation;
import dev.auricle.dicom.space.PlaneGrid;
import dev.auricle.dicom.space.SlicePlane;
import dev.auricle.dicom.space.Vector;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LabelInsideTest {
    private static final int COLUMNS = 8;

    private final LabelInside rule = new LabelInside(0.5);

    @Test
    void a_label_of_which_more_is_cropped_away_than_the_plan_allows_is_refused() {
        // When
        var against = rule.against(new LabelInside.Laid(columns(0, 8), grid(5, 3)));
        // Then
        assertThat(against).contains("Of the label 63 % lie outside what is prepared; the plan takes 50 %.");
    }

    @Test
    void a_label_that_is_half_inside_is_taken() {
        assertThat(rule.against(new LabelInside.Laid(columns(2, 6), grid(4, 3))))
                .isEmpty();
    }

    @Test
    void no_label_is_nowhere_outside() {
        assertThat(rule.against(new LabelInside.Laid(columns(0, 0), grid(20, 3))))
                .isEmpty();
    }

    @Test
    void a_plan_may_take_what_lies_outside_altogether() {
        assertThat(new LabelInside(1).against(new LabelInside.Laid(columns(0, 8), grid(20, 3))))
                .isEmpty();
    }

    /** A label in all rows and slices of some columns, of a grid of 8 columns from x = 0 on, 1 mm apart. */
    private static Mask columns(int from, int to) {
        var mask = Mask.empty(grid(0, COLUMNS));
        for (int voxel = 0; voxel < mask.labels().length; voxel++) {
            int column = voxel % COLUMNS;
            mask.labels()[voxel] = (byte) (column >= from && column < to ? 1 : 0);
        }
        return mask;
    }

    private static Geometry grid(double x, int columns) {
        var axial = new Orientation(new Vector(1, 0, 0), new Vector(0, 1, 0));
        return new Geometry(new SlicePlane(new Vector(x, 0, 0), axial, new PlaneGrid(2, columns, 1, 1)), 2, 3);
    }
}
