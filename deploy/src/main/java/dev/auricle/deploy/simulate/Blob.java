package dev.auricle.deploy.simulate;

import dev.auricle.dicom.space.Vector;

/**
 * An ellipsoid with bumps: chambers, the liver, a vertebra.
 *
 * @param axes half of them, in millimetres
 */
record Blob(Vector centre, Vector axes, Frame frame, Bumps bumps) implements Shape {
    /** The one whose wall lies so many millimetres outside this one's. */
    Blob thickened(double millimetres) {
        return new Blob(centre, axes.plus(new Vector(millimetres, millimetres, millimetres)), frame, bumps);
    }

    @Override
    public double reach() {
        return Math.max(axes.x(), Math.max(axes.y(), axes.z())) * bumps.greatest();
    }

    @Override
    public boolean contains(double x, double y, double z) {
        double offsetX = x - centre.x();
        double offsetY = y - centre.y();
        double offsetZ = z - centre.z();
        double first = along(frame.first(), offsetX, offsetY, offsetZ) / axes.x();
        double second = along(frame.second(), offsetX, offsetY, offsetZ) / axes.y();
        double third = along(frame.third(), offsetX, offsetY, offsetZ) / axes.z();
        double distance = Math.sqrt(first * first + second * second + third * third);
        return distance == 0 || distance <= bumps.radius(first / distance, second / distance, third / distance);
    }

    private static double along(Vector direction, double x, double y, double z) {
        return direction.x() * x + direction.y() * y + direction.z() * z;
    }
}
