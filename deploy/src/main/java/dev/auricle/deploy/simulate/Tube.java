package dev.auricle.deploy.simulate;

import dev.auricle.dicom.space.Vector;

/** A straight vessel with round ends. */
record Tube(Vector from, Vector to, double radius) implements Shape {
    @Override
    public Vector centre() {
        return from.plus(to).times(0.5);
    }

    @Override
    public double reach() {
        return to.minus(from).length() / 2 + radius;
    }

    @Override
    public boolean contains(double x, double y, double z) {
        var axis = to.minus(from);
        double offsetX = x - from.x();
        double offsetY = y - from.y();
        double offsetZ = z - from.z();
        double along = (offsetX * axis.x() + offsetY * axis.y() + offsetZ * axis.z()) / axis.dot(axis);
        double nearest = Math.max(0, Math.min(1, along));
        double asideX = offsetX - nearest * axis.x();
        double asideY = offsetY - nearest * axis.y();
        double asideZ = offsetZ - nearest * axis.z();
        return asideX * asideX + asideY * asideY + asideZ * asideZ <= radius * radius;
    }
}
