package dev.auricle.dicom.codec;

import dev.auricle.dicom.codec.JpegScan.Part;

/** Reads a scan of the lossless process: differences from what neighbours let expect (T.81, annex H). */
final class JpegDifferences {
    private static final int HIGHEST = 16;

    private final JpegScan scan;
    private final JpegBits bits;

    private JpegDifferences(JpegScan scan, JpegBits bits) {
        this.scan = scan;
        this.bits = bits;
        int columns = scan.frame().columns();
        if (scan.selection() < 1
                || scan.selection() > 7
                || scan.transform() >= scan.frame().precision()) {
            throw new UnableToDecode("a lossless scan with predictor " + scan.selection());
        }
        if (scan.restart() % columns != 0) {
            throw new UnableToDecode("restart markers in the middle of a row");
        }
    }

    static void read(JpegScan scan, JpegBits bits) {
        new JpegDifferences(scan, bits).read();
    }

    private void read() {
        int rowsAtOnce = scan.restart() / scan.frame().columns();
        for (int row = 0; row < scan.frame().rows(); row++) {
            boolean first = row == 0 || (rowsAtOnce > 0 && row % rowsAtOnce == 0);
            if (first && row > 0) {
                bits.restart();
            }
            readRow(row, first);
        }
        if (scan.transform() > 0) {
            scan.parts().forEach(part -> enlarge(part.plane().samples()));
        }
    }

    private void readRow(int row, boolean first) {
        int columns = scan.frame().columns();
        for (int column = 0; column < columns; column++) {
            for (int i = 0; i < scan.parts().size(); i++) {
                var part = scan.parts().get(i);
                int at = row * columns + column;
                int expected = expected(part.plane().samples(), at, column, first);
                part.plane().samples()[at] = (short) (expected + difference(part));
            }
        }
    }

    private int difference(Part part) {
        int size = part.first().read(bits);
        if (size > HIGHEST) {
            throw new UnableToDecode("a difference of " + size + " bits");
        }
        return size == HIGHEST ? 1 << (HIGHEST - 1) : bits.readDifference(size);
    }

    private int expected(short[] samples, int at, int column, boolean first) {
        int columns = scan.frame().columns();
        if (first) {
            int half = 1 << (scan.frame().precision() - scan.transform() - 1);
            return column == 0 ? half : samples[at - 1] & 0xFFFF;
        }
        int above = samples[at - columns] & 0xFFFF;
        if (column == 0) {
            return above;
        }
        int left = samples[at - 1] & 0xFFFF;
        int aboveLeft = samples[at - columns - 1] & 0xFFFF;
        return switch (scan.selection()) {
            case 1 -> left;
            case 2 -> above;
            case 3 -> aboveLeft;
            case 4 -> left + above - aboveLeft;
            case 5 -> left + ((above - aboveLeft) >> 1);
            case 6 -> above + ((left - aboveLeft) >> 1);
            default -> (left + above) >> 1;
        };
    }

    private void enlarge(short[] samples) {
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) (samples[i] << scan.transform());
        }
    }
}
