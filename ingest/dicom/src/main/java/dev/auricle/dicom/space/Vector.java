package dev.auricle.dicom.space;

/** Three numbers: a position or displacement in millimetres (LPS), a direction, or an index (column, row, slice). */
public record Vector(double x, double y, double z) {
    /** The three from the offset on. */
    static Vector of(double[] numbers, int offset) {
        return new Vector(numbers[offset], numbers[offset + 1], numbers[offset + 2]);
    }

    public Vector plus(Vector other) {
        return new Vector(x + other.x, y + other.y, z + other.z);
    }

    public Vector minus(Vector other) {
        return new Vector(x - other.x, y - other.y, z - other.z);
    }

    public Vector times(double factor) {
        return new Vector(x * factor, y * factor, z * factor);
    }

    public double dot(Vector other) {
        return x * other.x + y * other.y + z * other.z;
    }

    public Vector cross(Vector other) {
        return new Vector(y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x);
    }

    public double length() {
        return Math.sqrt(dot(this));
    }

    boolean isFinite() {
        return Double.isFinite(x) && Double.isFinite(y) && Double.isFinite(z);
    }
}
