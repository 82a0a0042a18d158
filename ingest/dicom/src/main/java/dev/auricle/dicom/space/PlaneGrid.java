package dev.auricle.dicom.space;

/**
 * The pixels of a plane.
 *
 * @param rowSpacing millimetres from the centre of one row to that of the next
 * @param columnSpacing millimetres from the centre of one column to that of the next
 */
public record PlaneGrid(int rows, int columns, double rowSpacing, double columnSpacing) {
    public PlaneGrid {
        boolean spaced = rowSpacing > 0 && columnSpacing > 0;
        boolean finite = Double.isFinite(rowSpacing) && Double.isFinite(columnSpacing);
        if (rows < 1 || columns < 1 || !spaced || !finite) {
            throw new UnableToPlace(
                    rows + " rows " + rowSpacing + " mm apart, " + columns + " columns " + columnSpacing + " mm apart");
        }
    }

    public int pixels() {
        return Math.multiplyExact(rows, columns);
    }
}
