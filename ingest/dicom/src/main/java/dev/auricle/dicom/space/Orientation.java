package dev.auricle.dicom.space;

/**
 * How a plane is turned (Image Orientation (Patient), PS3.3 section C.7.6.2.1.1).
 *
 * @param row direction in which the column index grows, a unit vector
 * @param column direction in which the row index grows, a unit vector at a right angle to it
 */
public record Orientation(Vector row, Vector column) {
    private static final double SLACK = 1e-3;

    public Orientation {
        boolean units = Math.abs(row.length() - 1) < SLACK && Math.abs(column.length() - 1) < SLACK;
        if (!units || Math.abs(row.dot(column)) > SLACK) {
            throw new UnableToPlace("direction cosines of " + row.length() + " and " + column.length()
                    + ", not at a right angle or not of length 1");
        }
        row = row.times(1 / row.length());
        column = column.minus(row.times(row.dot(column)));
        column = column.times(1 / column.length());
    }

    /** Across the plane, such that row, column and normal are right-handed. */
    public Vector normal() {
        return row.cross(column);
    }

    /** The angle by which the normal or the rows of another differ, whichever is greater, in degrees. */
    public double degreesTo(Orientation other) {
        double rows = angle(row, other.row);
        return Math.max(rows, angle(normal(), other.normal()));
    }

    private static double angle(Vector first, Vector second) {
        return Math.toDegrees(Math.atan2(first.cross(second).length(), first.dot(second)));
    }
}
