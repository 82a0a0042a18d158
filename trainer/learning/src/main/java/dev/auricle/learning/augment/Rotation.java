package dev.auricle.learning.augment;

import dev.auricle.learning.draw.RandomDraw;

/** Turns a slice about its centre by a uniform angle in ± the given degrees. */
final class Rotation implements Deformation {

    private final double degrees;

    Rotation(double degrees) {
        this.degrees = degrees;
    }

    @Override
    public boolean moves() {
        return degrees > 0;
    }

    @Override
    public void deform(PixelMap map, RandomDraw draw) {
        turn(map, draw.nextBetween(-degrees, degrees));
    }

    /** Positive angles turn the picture clockwise when rows run down. */
    static void turn(PixelMap map, double degrees) {
        double angle = StrictMath.toRadians(degrees);
        double cos = StrictMath.cos(angle);
        double sin = StrictMath.sin(angle);
        double middleRow = (map.rows() - 1) / 2.0;
        double middleColumn = (map.columns() - 1) / 2.0;
        for (int pixel = 0; pixel < map.row().length; pixel++) {
            double y = map.row()[pixel] - middleRow;
            double x = map.column()[pixel] - middleColumn;
            map.row()[pixel] = middleRow + cos * y - sin * x;
            map.column()[pixel] = middleColumn + sin * y + cos * x;
        }
    }
}
