package dev.auricle.deploy.simulate;

import dev.auricle.dicom.space.Vector;

/**
 * How a form is turned.
 *
 * @param first its own directions, unit vectors at right angles
 */
record Frame(Vector first, Vector second, Vector third) {
    static final Frame STRAIGHT = new Frame(new Vector(1, 0, 0), new Vector(0, 1, 0), new Vector(0, 0, 1));

    /** Turned about the axis from feet to head. */
    static Frame turned(double degrees) {
        double cosine = StrictMath.cos(StrictMath.toRadians(degrees));
        double sine = StrictMath.sin(StrictMath.toRadians(degrees));
        return new Frame(new Vector(cosine, sine, 0), new Vector(-sine, cosine, 0), new Vector(0, 0, 1));
    }

    /** The third direction along a given one, which is not the axis from left to right. */
    static Frame along(Vector direction) {
        var third = unit(direction);
        var second = unit(third.cross(new Vector(1, 0, 0)));
        return new Frame(second.cross(third), second, third);
    }

    /** A displacement given in the form's own directions. */
    Vector outward(Vector own) {
        return first.times(own.x()).plus(second.times(own.y())).plus(third.times(own.z()));
    }

    static Vector unit(Vector vector) {
        return vector.times(1 / vector.length());
    }
}
