package dev.auricle.deploy.simulate;

import dev.auricle.dicom.space.Vector;

/**
 * An ellipse with somewhat squarish corners, the same at all heights: the trunk and its layers.
 *
 * @param halfWidth from left to right, in millimetres
 * @param halfDepth from front to back, in millimetres
 */
record Column(Vector centre, double halfWidth, double halfDepth) implements Shape {
    private static final double SQUARENESS = 0.5;

    /** The one that lies so many millimetres inside this one. */
    Column within(double millimetres) {
        return new Column(centre, halfWidth - millimetres, halfDepth - millimetres);
    }

    @Override
    public double reach() {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public boolean contains(double x, double y, double z) {
        double across = (x - centre.x()) / halfWidth;
        double deep = (y - centre.y()) / halfDepth;
        double acrossSquared = across * across;
        double deepSquared = deep * deep;
        return acrossSquared <= 1
                && deepSquared <= 1
                && acrossSquared + deepSquared - SQUARENESS * acrossSquared * deepSquared <= 1;
    }
}
