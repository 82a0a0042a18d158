package dev.auricle.deploy.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.dicom.space.Geometry;
import dev.auricle.dicom.space.Mask;
import dev.auricle.dicom.space.Orientation;
import dev.auricle.dicom.space.PlaneGrid;
import dev.auricle.dicom.space.SlicePlane;
import dev.auricle.dicom.space.Vector;
import dev.auricle.learning.draw.RandomDraw;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TorsoTest {
    /** The sites' slices reach at least from 57 mm below to 51 mm above the origin. */
    private static final double LOWEST = -57;

    private static final double HIGHEST = 51;

    @Test
    void left_atria_hold_40_to_140_mL_and_differ_for_the_seeds_1_to_30() {
        // Given
        var seeds = LongStream.rangeClosed(1, 30);
        // When
        var millilitres = seeds.mapToObj(TorsoTest::atrium)
                .map(atrium -> atrium.millilitres(1))
                .toList();
        // Then
        assertThat(millilitres).allSatisfy(volume -> assertThat(volume).isBetween(40.0, 140.0));
        assertThat(millilitres).anySatisfy(volume -> assertThat(volume).isLessThan(60));
        assertThat(millilitres).anySatisfy(volume -> assertThat(volume).isGreaterThan(105));
    }

    @Test
    void left_atria_lie_within_the_slices_of_all_sites_for_the_seeds_1_to_30() {
        // Given
        var seeds = LongStream.rangeClosed(1, 30);
        // When
        var atria = seeds.mapToObj(TorsoTest::atrium).toList();
        // Then
        assertThat(atria).allSatisfy(atrium -> {
            int pixels = atrium.geometry().first().grid().pixels();
            var heights = IntStream.range(0, atrium.labels().length)
                    .filter(voxel -> atrium.labels()[voxel] == 1)
                    .map(voxel -> voxel / pixels)
                    .mapToDouble(
                            slice -> atrium.geometry().plane(slice).position().z())
                    .summaryStatistics();
            assertThat(heights.getMin()).isGreaterThan(LOWEST);
            assertThat(heights.getMax()).isLessThan(HIGHEST);
        });
    }

    /** On a grid around the heart. */
    private static Mask atrium(long seed) {
        var straight = new Orientation(new Vector(1, 0, 0), new Vector(0, 1, 0));
        var first = new SlicePlane(new Vector(-70, -70, -65), straight, new PlaneGrid(35, 35, 4, 4));
        return Scene.of(new Geometry(first, 5, 26), Torso.of(RandomDraw.of(seed)))
                .mask(Tissue.LEFT_ATRIUM);
    }
}
