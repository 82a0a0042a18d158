package dev.auricle.learning.centre;

import dev.auricle.learning.augment.Slice;
import dev.auricle.learning.draw.RandomDraw;
import dev.auricle.learning.habit.Habit;
import dev.auricle.learning.habit.Habit.Closing;
import dev.auricle.learning.habit.Habit.Dilation;
import dev.auricle.learning.habit.Habit.Erosion;
import dev.auricle.learning.habit.Habit.Opening;
import dev.auricle.learning.habit.Habit.Sequence;
import dev.auricle.learning.habit.StructuringElement;
import dev.auricle.learning.learn.Sample;
import dev.auricle.learning.measure.Spacing;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Four centres as Gao et al., <i>Decoupling Predictions in Distributed Learning for Multi-Center Left Atrium MRI
 * Segmentation</i> (MICCAI 2022), have them, but with drawn atria of {@value #SIZE} × {@value #SIZE} pixels, so that a
 * method is measured in minutes:
 *
 * <pre>
 * centre  scanner  readers draw                          learns from    judged on
 * A       first    along the edge                        15 patients    20
 * B       second   along the edge                        15             20
 * C       third    without what is thin, and inside      30             20
 * D       third    across what is hollow, and outside    30             20
 * generic all      along the edge                        -              60
 * </pre>
 *
 * <p>C: opening by a disc of 2 pixels, then erosion by a disc of 1 or 2. D: closing, then dilation, by the same. Each patient
 * has two slices, each with an anatomy of its own. Everything is a function of the seed.
 */
public final class SyntheticCentres {

    /** Rows and columns of an image. */
    public static final int SIZE = 64;

    private static final int SLICES = 2;
    private static final int TEST_PATIENTS = 20;
    private static final int GENERIC_PATIENTS_EACH = 15;
    private static final StructuringElement DISC = StructuringElement.disc(2);
    private static final Appearance FIRST = new Appearance(1, 0.6, 0.15, 0.18, 0.8, 0.7);
    private static final Appearance SECOND = new Appearance(0.6, 1.1, 0.4, 0.2, 1.1, 0.8);
    private static final Appearance THIRD = new Appearance(0.8, 0.8, 0.25, 0.2, 0.9, 0.8);

    private static final List<Site> SITES = List.of(
            new Site("A", FIRST, 15, radius -> Habit.exact()),
            new Site("B", SECOND, 15, radius -> Habit.exact()),
            new Site("C", THIRD, 30, radius -> drawn(new Opening(DISC), new Erosion(StructuringElement.disc(radius)))),
            new Site(
                    "D", THIRD, 30, radius -> drawn(new Closing(DISC), new Dilation(StructuringElement.disc(radius)))));

    /**
     * Who draws how on which scanner.
     *
     * @param patients to learn from
     * @param habit for a radius of 1 or 2, which a reader is free in
     */
    private record Site(String name, Appearance appearance, int patients, IntFunction<Habit> habit) {}

    /** What a patient is drawn for; none is drawn for two. */
    private enum Purpose {
        TRAINING,
        TEST,
        GENERIC
    }

    private SyntheticCentres() {}

    /** The centres of a seed. */
    public static Centres draw(long seed) {
        List<Centre> centres = new ArrayList<>();
        List<Sample> generic = new ArrayList<>();
        for (Site site : SITES) {
            centres.add(new Centre(
                    site.name(),
                    patients(seed, site, Purpose.TRAINING, site.patients()),
                    patients(seed, site, Purpose.TEST, TEST_PATIENTS)));
            generic.addAll(patients(seed, site, Purpose.GENERIC, GENERIC_PATIENTS_EACH));
        }
        return new Centres(2, centres, generic);
    }

    private static List<Sample> patients(long seed, Site site, Purpose purpose, int count) {
        List<Sample> samples = new ArrayList<>();
        for (int patient = 0; patient < count; patient++) {
            for (int slice = 0; slice < SLICES; slice++) {
                String id = site.name() + "-" + purpose + "-" + patient + "-" + slice;
                RandomDraw draw = RandomDraw.of(seed, RandomDraw.key(id));
                samples.add(new Sample(id, slice(draw, site, purpose), Spacing.unit()));
            }
        }
        return samples;
    }

    private static Slice slice(RandomDraw draw, Site site, Purpose purpose) {
        Anatomy anatomy = new Anatomy(draw, SIZE);
        Habit habit = purpose == Purpose.GENERIC ? Habit.exact() : site.habit().apply(1 + draw.nextInt(2));
        byte[] drawn = habit.draw(truth(anatomy), SIZE, SIZE);
        return new Slice(site.appearance().show(anatomy, SIZE, draw), drawn, SIZE, SIZE);
    }

    private static Habit drawn(Habit first, Habit then) {
        return new Sequence(List.of(first, then));
    }

    private static byte[] truth(Anatomy anatomy) {
        byte[] truth = new byte[SIZE * SIZE];
        for (int row = 0; row < SIZE; row++) {
            for (int column = 0; column < SIZE; column++) {
                truth[row * SIZE + column] = (byte) (anatomy.contains(row, column) ? 1 : 0);
            }
        }
        return truth;
    }
}
