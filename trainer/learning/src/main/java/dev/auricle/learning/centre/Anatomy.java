package dev.auricle.learning.centre;

import dev.auricle.learning.draw.RandomDraw;
import java.util.ArrayList;
import java.util.List;

/**
 * A left atrium, drawn by chance: an ellipse with a wobbly edge, two to four thin veins that leave it, one to three holes
 * in it. Lengths in pixels.
 */
final class Anatomy {

    private static final int WAVES = 3;

    private final double centreRow;
    private final double centreColumn;
    private final double longAxis;
    private final double shortAxis;
    private final double turn;
    private final double[] amplitudes = new double[WAVES];
    private final double[] phases = new double[WAVES];
    private final List<Vein> veins = new ArrayList<>();
    private final List<Hole> holes = new ArrayList<>();

    private record Vein(double fromRow, double fromColumn, double toRow, double toColumn, double radius) {
        boolean covers(double row, double column) {
            double rows = toRow - fromRow;
            double columns = toColumn - fromColumn;
            double along =
                    ((row - fromRow) * rows + (column - fromColumn) * columns) / (rows * rows + columns * columns);
            double nearest = Math.max(0, Math.min(1, along));
            double down = row - fromRow - nearest * rows;
            double right = column - fromColumn - nearest * columns;
            return down * down + right * right <= radius * radius;
        }
    }

    private record Hole(double row, double column, double radius) {
        boolean covers(double atRow, double atColumn) {
            double down = atRow - row;
            double right = atColumn - column;
            return down * down + right * right <= radius * radius;
        }
    }

    /**
     * The stream decides everything.
     *
     * @param size of the image, rows and columns
     */
    Anatomy(RandomDraw draw, int size) {
        double middle = (size - 1) / 2.0;
        centreRow = middle + draw.nextBetween(-5, 5);
        centreColumn = middle + draw.nextBetween(-5, 5);
        longAxis = draw.nextBetween(12, 18);
        shortAxis = draw.nextBetween(9, 14);
        turn = draw.nextBetween(0, Math.PI);
        for (int wave = 0; wave < WAVES; wave++) {
            amplitudes[wave] = draw.nextBetween(0, 0.08);
            phases[wave] = draw.nextBetween(0, 2 * Math.PI);
        }
        int veinCount = 2 + draw.nextInt(3);
        double first = draw.nextBetween(0, 2 * Math.PI);
        for (int vein = 0; vein < veinCount; vein++) {
            veins.add(vein(draw, first + 2 * Math.PI * (vein + draw.nextBetween(-0.2, 0.2)) / veinCount));
        }
        int holeCount = 1 + draw.nextInt(3);
        for (int hole = 0; hole < holeCount; hole++) {
            holes.add(hole(draw));
        }
    }

    /** Whether a point is inside. */
    boolean contains(double row, double column) {
        boolean isHollow = holes.stream().anyMatch(hole -> hole.covers(row, column));
        return !isHollow && (isInBody(row, column, 1) || veins.stream().anyMatch(vein -> vein.covers(row, column)));
    }

    /** Whether a point is inside the ellipse with its wobbly edge, or within so many times of it. */
    boolean isInBody(double row, double column, double times) {
        double down = row - centreRow;
        double right = column - centreColumn;
        double alongLong = down * StrictMath.sin(turn) + right * StrictMath.cos(turn);
        double alongShort = down * StrictMath.cos(turn) - right * StrictMath.sin(turn);
        double angle = StrictMath.atan2(alongShort / shortAxis, alongLong / longAxis);
        double reach = times * edge(angle);
        double square = square(alongLong / longAxis) + square(alongShort / shortAxis);
        return square <= reach * reach;
    }

    private double edge(double angle) {
        double edge = 1;
        for (int wave = 0; wave < WAVES; wave++) {
            edge += amplitudes[wave] * StrictMath.cos((wave + 2) * angle + phases[wave]);
        }
        return edge;
    }

    private Vein vein(RandomDraw draw, double angle) {
        double from = 0.8;
        double to = from + draw.nextBetween(0.6, 0.9);
        double bend = angle + draw.nextBetween(-0.25, 0.25);
        return new Vein(
                row(angle, from), column(angle, from), row(bend, to), column(bend, to), draw.nextBetween(0.9, 1.6));
    }

    private Hole hole(RandomDraw draw) {
        double angle = draw.nextBetween(0, 2 * Math.PI);
        double far = draw.nextBetween(0.15, 0.6);
        return new Hole(row(angle, far), column(angle, far), draw.nextBetween(1.1, 2));
    }

    private double row(double angle, double far) {
        double alongLong = far * longAxis * StrictMath.cos(angle);
        double alongShort = far * shortAxis * StrictMath.sin(angle);
        return centreRow + alongLong * StrictMath.sin(turn) + alongShort * StrictMath.cos(turn);
    }

    private double column(double angle, double far) {
        double alongLong = far * longAxis * StrictMath.cos(angle);
        double alongShort = far * shortAxis * StrictMath.sin(angle);
        return centreColumn + alongLong * StrictMath.cos(turn) - alongShort * StrictMath.sin(turn);
    }

    private static double square(double value) {
        return value * value;
    }
}
