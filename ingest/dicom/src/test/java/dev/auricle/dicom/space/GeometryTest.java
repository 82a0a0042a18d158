package dev.auricle.dicom.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.NoSuchAttribute;
import dev.auricle.dicom.dictionary.Tags;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GeometryTest {
    private static final DataSet SAGITTAL = DataSet.builder()
            .set(Tags.IMAGE_POSITION_PATIENT, "10", "-20", "30")
            .set(Tags.IMAGE_ORIENTATION_PATIENT, "0", "1", "0", "0", "0", "-1")
            .set(Tags.PIXEL_SPACING, "2", "0.5")
            .set(Tags.ROWS, 4)
            .set(Tags.COLUMNS, 3)
            .build();

    @Test
    void rows_and_columns_lie_as_the_standard_says() {
        // Given
        var geometry = new Geometry(SlicePlane.of(SAGITTAL), 5, 2);
        // When: two columns along, one row down, one slice further
        var position = geometry.position(new Vector(2, 1, 1));
        // Then: columns run to the back half a millimetre each, rows to the feet two, slices to the right five
        assertThat(position).isEqualTo(new Vector(5, -19, 28));
        assertThat(geometry.index(position)).isEqualTo(new Vector(2, 1, 1));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void an_index_becomes_a_position_and_an_index_again(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 100; i++) {
            // Given
            var geometry = new Geometry(
                    Planes.stack(Planes.turned(random.nextLong()), 1, 1).get(0), 3.3, 9);
            var index = new Vector(random.nextDouble() * 100, random.nextDouble() * 100, random.nextDouble() * 100);
            // When
            var there = geometry.position(index);
            // Then
            assertThat(geometry.index(there).minus(index).length()).isCloseTo(0, within(1e-9));
        }
    }

    @Test
    void a_plane_of_a_stack_is_where_its_first_voxel_is() {
        var geometry = new Geometry(SlicePlane.of(SAGITTAL), 5, 3);
        assertThat(geometry.plane(2).position()).isEqualTo(geometry.position(new Vector(0, 0, 2)));
    }

    @Test
    void an_image_that_does_not_say_where_it_lies_is_refused() {
        assertThatThrownBy(() -> SlicePlane.of(SAGITTAL.without(Tags.IMAGE_POSITION_PATIENT)))
                .isInstanceOf(NoSuchAttribute.class);
        assertRefused(SAGITTAL.toBuilder()
                .set(Tags.IMAGE_ORIENTATION_PATIENT, 1, 0, 0, 1, 0, 0)
                .build());
        assertRefused(SAGITTAL.toBuilder()
                .set(Tags.IMAGE_ORIENTATION_PATIENT, 0, 0, 0, 0, 0, 0)
                .build());
        assertRefused(SAGITTAL.toBuilder().set(Tags.PIXEL_SPACING, 0, 1).build());
        assertRefused(SAGITTAL.toBuilder().set(Tags.ROWS, 0).build());
    }

    @Test
    void a_volume_more_than_one_array_holds_is_refused() {
        var plane = new SlicePlane(
                new Vector(0, 0, 0),
                new Orientation(new Vector(1, 0, 0), new Vector(0, 1, 0)),
                new PlaneGrid(4096, 4096, 1, 1));
        assertThatThrownBy(() -> new Geometry(plane, 1, 128)).isInstanceOf(UnableToPlace.class);
    }

    @Test
    void a_mask_counts_and_measures_its_labels() {
        // Given
        var mask = Mask.empty(new Geometry(SlicePlane.of(SAGITTAL), 5, 2));
        // When
        mask.labels()[3] = 2;
        mask.labels()[5] = 2;
        // Then
        assertThat(mask.count(2)).isEqualTo(2);
        assertThat(mask.millilitres(2)).isCloseTo(2 * 2 * 0.5 * 5 / 1000, within(1e-12));
    }

    private static void assertRefused(DataSet image) {
        assertThatThrownBy(() -> SlicePlane.of(image)).isInstanceOf(UnableToPlace.class);
    }
}
