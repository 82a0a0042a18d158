package dev.auricle.dicom.codec;

/**
 * Brings a component that has fewer samples than the image to its size. Twice as many columns are interpolated, a
 * neighbour counting a third of what the sample itself does; other factors repeat it.
 */
final class JpegUpsampling {
    private static final int FEWEST_COLUMNS = 3;

    private final JpegPlane plane;
    private final int across;
    private final int down;
    private final boolean smooth;

    JpegUpsampling(JpegFrame frame, JpegPlane plane) {
        this.plane = plane;
        across = frame.across(plane.component());
        down = frame.down(plane.component());
        smooth = across == 2 && down <= 2 && plane.columns() >= FEWEST_COLUMNS;
    }

    /** The sample of the component at a pixel of the image. */
    int at(int row, int column) {
        return smooth ? smoothAt(row, column) : plane.at(row / down, column / across);
    }

    private int smoothAt(int row, int column) {
        int centre = column / 2;
        boolean right = column % 2 == 1;
        int neighbour = Math.max(0, Math.min(right ? centre + 1 : centre - 1, plane.columns() - 1));
        int sum = 3 * weighed(row, centre) + weighed(row, neighbour);
        // Rounded up and down in turn, so that the mean does not change.
        return down == 1 ? (sum + (right ? 2 : 1)) >> 2 : (sum + (right ? 7 : 8)) >> 4;
    }

    private int weighed(int row, int column) {
        if (down == 1) {
            return plane.at(row, column);
        }
        int centre = row / 2;
        int neighbour = Math.max(0, Math.min(row % 2 == 1 ? centre + 1 : centre - 1, plane.rows() - 1));
        return 3 * plane.at(centre, column) + plane.at(neighbour, column);
    }
}
