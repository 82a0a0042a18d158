package dev.auricle.dicom.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.auricle.dicom.space.GeometryFinding.DuplicatePosition;
import dev.auricle.dicom.space.GeometryFinding.MixedOrientation;
import dev.auricle.dicom.space.GeometryFinding.MixedSize;
import dev.auricle.dicom.space.GeometryFinding.MixedSpacing;
import dev.auricle.dicom.space.GeometryFinding.Nothing;
import dev.auricle.dicom.space.GeometryFinding.Sheared;
import dev.auricle.dicom.space.GeometryFinding.SinglePlane;
import dev.auricle.dicom.space.GeometryFinding.UnevenGap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ArrangementTest {
    private static final Orientation AXIAL = new Orientation(new Vector(1, 0, 0), new Vector(0, 1, 0));

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void planes_in_any_order_are_put_in_that_of_their_normal(long seed) {
        // Given
        var stack = Planes.stack(Planes.turned(seed), 2.5, 12);
        var shuffled = new ArrayList<>(stack);
        Collections.shuffle(shuffled, new Random(seed));
        // When
        var arrangement = Arrangement.of(shuffled);
        // Then
        assertThat(arrangement.findings()).isEmpty();
        assertThat(arrangement.order().stream().map(shuffled::get)).containsExactlyElementsOf(stack);
        var geometry = arrangement.geometry().orElseThrow();
        assertThat(geometry.first()).isEqualTo(stack.get(0));
        assertThat(geometry.sliceSpacing()).isCloseTo(2.5, within(1e-9));
        assertThat(geometry.slices()).isEqualTo(12);
    }

    @Test
    void positions_rounded_to_a_hundredth_of_a_millimetre_are_still_a_stack() {
        // Given
        var planes = Planes.stack(Planes.turned(7), 3.27, 100).stream()
                .map(plane -> new SlicePlane(rounded(plane.position()), plane.orientation(), plane.grid()))
                .toList();
        // When
        var arrangement = Arrangement.of(planes);
        // Then
        assertThat(arrangement.findings()).isEmpty();
    }

    @Test
    void two_planes_in_one_place_are_found() {
        var planes = new ArrayList<>(Planes.stack(AXIAL, 2, 4));
        planes.add(planes.get(1));
        assertThat(Arrangement.of(planes).findings()).containsExactly(new DuplicatePosition(1, 4));
        assertThat(Arrangement.of(planes).geometry()).isEmpty();
    }

    @Test
    void many_images_at_each_position_are_duplicates_and_not_gaps() {
        var planes = new ArrayList<>(Planes.stack(AXIAL, 2, 4));
        planes.addAll(Planes.stack(AXIAL, 2, 4));
        assertThat(Arrangement.of(planes).findings()).hasSize(4).hasOnlyElementsOfType(DuplicatePosition.class);
    }

    @Test
    void a_missing_plane_is_an_uneven_gap() {
        var planes = new ArrayList<>(Planes.stack(AXIAL, 2, 6));
        planes.remove(3);
        assertThat(Arrangement.of(planes).findings()).singleElement().isInstanceOfSatisfying(UnevenGap.class, gap -> {
            assertThat(gap.plane()).isEqualTo(2);
            assertThat(gap.next()).isEqualTo(3);
            assertThat(gap.gap()).isCloseTo(4, within(1e-9));
            assertThat(gap.usualGap()).isCloseTo(2, within(1e-9));
        });
    }

    @Test
    void a_plane_of_another_kind_is_found() {
        var planes = new ArrayList<>(Planes.stack(AXIAL, 2, 4));
        var plane = planes.get(2);
        var tilted = new Orientation(new Vector(1, 0, 0), new Vector(0, Math.cos(0.01), Math.sin(0.01)));
        assertThat(findingsWith(planes, new SlicePlane(plane.position(), tilted, plane.grid())))
                .singleElement()
                .isInstanceOfSatisfying(
                        MixedOrientation.class,
                        finding -> assertThat(finding.degrees()).isCloseTo(0.573, within(1e-3)));
        assertThat(findingsWith(planes, new SlicePlane(plane.position(), AXIAL, new PlaneGrid(6, 7, 0.8, 0.6))))
                .containsExactly(new MixedSize(2, 6, 7));
        assertThat(findingsWith(planes, new SlicePlane(plane.position(), AXIAL, new PlaneGrid(5, 7, 0.8, 0.7))))
                .containsExactly(new MixedSpacing(2, 0.8, 0.7));
    }

    @Test
    void a_tilted_gantry_is_found() {
        // Given: each plane a millimetre further to the back
        var planes = new ArrayList<SlicePlane>();
        for (var plane : Planes.stack(AXIAL, 2, 4)) {
            var aside = new Vector(0, planes.size(), 0);
            planes.add(new SlicePlane(plane.position().plus(aside), AXIAL, plane.grid()));
        }
        // When
        var findings = Arrangement.of(planes).findings();
        // Then
        assertThat(findings).containsExactly(new Sheared(1, 1), new Sheared(2, 2), new Sheared(3, 3));
    }

    @Test
    void none_and_one_are_no_stack() {
        assertThat(Arrangement.of(List.of()).findings()).containsExactly(new Nothing());
        assertThat(Arrangement.of(Planes.stack(AXIAL, 2, 1)).findings()).containsExactly(new SinglePlane());
    }

    private static List<GeometryFinding> findingsWith(List<SlicePlane> planes, SlicePlane third) {
        var changed = new ArrayList<>(planes);
        changed.set(2, third);
        return Arrangement.of(changed).findings();
    }

    private static Vector rounded(Vector position) {
        return new Vector(
                Math.round(position.x() * 100) / 100.0,
                Math.round(position.y() * 100) / 100.0,
                Math.round(position.z() * 100) / 100.0);
    }
}
