package dev.auricle.deploy.simulate;

import dev.auricle.learning.draw.RandomDraw;
import java.util.EnumMap;
import java.util.Objects;

/** How bright tissues are in the images of one patient, as a share of the brightest that the scanner shows. */
final class Contrast {
    private static final double AIR = 0.01;
    private static final double VARIATION = 0.05;

    private final EnumMap<Tissue, Double> signals;

    private Contrast(EnumMap<Tissue, Double> signals) {
        this.signals = signals;
    }

    /** How bright a scanner shows tissues as a rule; blood is blood in all chambers. */
    record Tissues(
            double fat,
            double muscle,
            double lung,
            double bone,
            double fluid,
            double liver,
            double myocardium,
            double blood) {
        /** As the scanner shows one patient: a little differently from the next. */
        Contrast seen(RandomDraw draw) {
            var signals = new EnumMap<Tissue, Double>(Tissue.class);
            signals.put(Tissue.AIR, AIR);
            signals.put(Tissue.FAT, varied(fat, draw));
            signals.put(Tissue.MUSCLE, varied(muscle, draw));
            signals.put(Tissue.LUNG, varied(lung, draw));
            signals.put(Tissue.BONE, varied(bone, draw));
            signals.put(Tissue.SPINAL_FLUID, varied(fluid, draw));
            signals.put(Tissue.LIVER, varied(liver, draw));
            signals.put(Tissue.MYOCARDIUM, varied(myocardium, draw));
            double pool = varied(blood, draw);
            signals.put(Tissue.BLOOD, pool);
            signals.put(Tissue.LEFT_ATRIUM, pool);
            return new Contrast(signals);
        }

        private static double varied(double signal, RandomDraw draw) {
            return signal * draw.nextBetween(1 - VARIATION, 1 + VARIATION);
        }
    }

    /** How bright the tissue is. */
    double signal(Tissue tissue) {
        return Objects.requireNonNull(signals.get(tissue));
    }
}
