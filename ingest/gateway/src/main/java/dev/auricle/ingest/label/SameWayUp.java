package dev.auricle.ingest.label;

import dev.auricle.dicom.space.Orientation;
import dev.auricle.dicom.space.Vector;
import dev.auricle.ingest.refuse.Refusal;
import dev.auricle.ingest.refuse.Rule;
import java.util.List;
import java.util.Optional;

/**
 * Images are not turned over against parallel images of their study and frame of reference. A network sees slices as they
 * are stored: turned over, left is right. Stacks at an angle to each other, such as sagittal and axial ones, say nothing.
 */
final class SameWayUp implements Rule<SameWayUp.Beside> {
    /** Cosine of 15 degrees: up to there, axes are parallel. */
    private static final double PARALLEL = Math.cos(Math.toRadians(15));

    /** How images are turned, and how those that came before them are. */
    record Beside(Orientation own, List<Orientation> others) {}

    @Override
    public Refusal refusal() {
        return Refusal.FLIPPED_IN_STUDY;
    }

    @Override
    public Optional<String> against(Beside beside) {
        return beside.others().stream().anyMatch(other -> isTurnedOver(beside.own(), other))
                ? Optional.of(
                        "Rows or columns run the other way than in parallel images of the study that came before.")
                : Optional.empty();
    }

    private static boolean isTurnedOver(Orientation one, Orientation other) {
        boolean parallel = areParallel(one.row(), other.row()) && areParallel(one.column(), other.column());
        return parallel && (one.row().dot(other.row()) < 0 || one.column().dot(other.column()) < 0);
    }

    private static boolean areParallel(Vector one, Vector other) {
        return Math.abs(one.dot(other)) > PARALLEL;
    }
}
