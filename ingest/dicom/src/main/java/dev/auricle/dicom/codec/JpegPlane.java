package dev.auricle.dicom.codec;

/** The samples of one component, of no sign: [row, column], in rows that are perhaps longer than the component. */
final class JpegPlane {
    private final JpegComponent component;
    private final int rows;
    private final int columns;
    private final int stride;
    private final short[] samples;

    /** A plane of zeros, of whole units where the frame is coded in blocks. */
    JpegPlane(JpegFrame frame, JpegComponent component) {
        this.component = component;
        rows = JpegFrame.ceil(frame.rows(), frame.down(component));
        columns = JpegFrame.ceil(frame.columns(), frame.across(component));
        stride = frame.lossless() ? columns : frame.unitColumns() * component.horizontal() * JpegDct.SIZE;
        int height = frame.lossless() ? rows : frame.unitRows() * component.vertical() * JpegDct.SIZE;
        samples = new short[Math.multiplyExact(height, stride)];
    }

    JpegComponent component() {
        return component;
    }

    /** Rows of the component, less what only fills up blocks. */
    int rows() {
        return rows;
    }

    int columns() {
        return columns;
    }

    /** From one row to the next. */
    int stride() {
        return stride;
    }

    /** The array itself. */
    short[] samples() {
        return samples;
    }

    int at(int row, int column) {
        return samples[row * stride + column] & 0xFFFF;
    }
}
