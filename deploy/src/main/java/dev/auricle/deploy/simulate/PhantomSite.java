package dev.auricle.deploy.simulate;

import dev.auricle.deploy.simulate.Contrast.Tissues;
import dev.auricle.deploy.simulate.Scanner.Sampling;
import dev.auricle.deploy.simulate.Scanner.Sequence;
import java.util.Locale;

/** Three hospitals that differ in what their scanners show and in how their readers draw. */
public enum PhantomSite {
    /** Bright blood, even light; plain outlines. */
    NORTH,
    /** Dark spine, slanting slices, uneven light; narrow outlines. */
    WEST,
    /** Fat suppressed, thick slices, more noise; wide outlines. */
    SOUTH;

    /** The hospital's name in plans and reports. */
    public String siteName() {
        return name().toLowerCase(Locale.ROOT);
    }

    Habit habit() {
        return switch (this) {
            case NORTH -> Habit.PLAIN;
            case WEST -> Habit.OPENED_AND_ERODED;
            case SOUTH -> Habit.CLOSED_AND_DILATED;
        };
    }

    Scanner scanner() {
        return switch (this) {
            case NORTH ->
                new Scanner(
                        new Sampling(120, 144, 2.2, 6, 19, 22, 0),
                        new Sequence("steady2d", "GR", "SS", 3.4, 1.7, 50),
                        new Tissues(0.64, 0.28, 0.07, 0.5, 0.85, 0.42, 0.42, 0.92),
                        0.15,
                        0.04);
            case WEST ->
                new Scanner(
                        new Sampling(120, 136, 2.4, 6.4, 18, 20, 6),
                        new Sequence("spoiled2d", "GR", "SP", 5.2, 2.1, 25),
                        new Tissues(0.6, 0.36, 0.1, 0.45, 0.25, 0.55, 0.45, 0.85),
                        0.4,
                        0.05);
            case SOUTH ->
                new Scanner(
                        new Sampling(112, 144, 2.3, 7, 17, 18, 0),
                        new Sequence("fatsat2d", "GR", "SS", 3.8, 1.9, 70),
                        new Tissues(0.24, 0.34, 0.06, 0.25, 0.95, 0.36, 0.44, 0.86),
                        0.2,
                        0.08);
        };
    }
}
