package dev.auricle.dicom.codec;

import dev.auricle.dicom.codec.JpegScan.Block;
import java.util.Arrays;

/** Reads a scan of the sequential processes: blocks of quantised coefficients (T.81, F.2). */
final class JpegBlocks {
    /** Where in a block the coefficients lie that follow each other in the code (T.81, figure A.6). */
    private static final int[] ZIGZAG = {
        0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14,
        21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60,
        61, 54, 47, 55, 62, 63
    };

    private static final int END_OF_BLOCK = 0;
    private static final int SIXTEEN_ZEROS = 0xF0;

    private final JpegScan scan;
    private final JpegBits bits;
    private final JpegDct dct;
    private final int[] predictions;
    private final int[] coefficients = new int[ZIGZAG.length];

    private JpegBlocks(JpegScan scan, JpegBits bits) {
        this.scan = scan;
        this.bits = bits;
        dct = new JpegDct(scan.frame().precision());
        predictions = new int[scan.parts().size()];
    }

    static void read(JpegScan scan, JpegBits bits) {
        new JpegBlocks(scan, bits).read();
    }

    private void read() {
        boolean interleaved = scan.parts().size() > 1;
        var plane = scan.parts().get(0).plane();
        int rows = interleaved ? scan.frame().unitRows() : JpegFrame.ceil(plane.rows(), JpegDct.SIZE);
        int columns = interleaved ? scan.frame().unitColumns() : JpegFrame.ceil(plane.columns(), JpegDct.SIZE);
        for (int unit = 0; unit < rows * columns; unit++) {
            if (scan.restart() > 0 && unit > 0 && unit % scan.restart() == 0) {
                bits.restart();
                Arrays.fill(predictions, 0);
            }
            if (interleaved) {
                readUnit(unit / columns, unit % columns);
            } else {
                readBlock(0, unit / columns, unit % columns);
            }
        }
    }

    /** What lies interleaved in one place: some blocks of each component. */
    private void readUnit(int row, int column) {
        for (int i = 0; i < predictions.length; i++) {
            var component = scan.parts().get(i).plane().component();
            for (int block = 0; block < component.horizontal() * component.vertical(); block++) {
                int down = block / component.horizontal();
                int across = block % component.horizontal();
                readBlock(i, row * component.vertical() + down, column * component.horizontal() + across);
            }
        }
    }

    private void readBlock(int index, int row, int column) {
        var part = scan.parts().get(index);
        var block = part.block().orElseThrow();
        Arrays.fill(coefficients, 0);
        predictions[index] += bits.readDifference(size(part.first().read(bits)));
        coefficients[0] = predictions[index] * block.steps().at(0);
        readRest(block);
        var plane = part.plane();
        dct.apply(
                coefficients,
                plane.samples(),
                row * JpegDct.SIZE * plane.stride() + column * JpegDct.SIZE,
                plane.stride());
    }

    private void readRest(Block block) {
        for (int i = 1; i < ZIGZAG.length; i++) {
            int symbol = block.rest().read(bits);
            if (symbol == END_OF_BLOCK) {
                return;
            }
            i += symbol >> 4;
            if (i >= ZIGZAG.length) {
                throw new UnableToDecode("a block has more coefficients than there are");
            }
            if (symbol != SIXTEEN_ZEROS) {
                coefficients[ZIGZAG[i]] =
                        bits.readDifference(symbol & 15) * block.steps().at(i);
            }
        }
    }

    private static int size(int symbol) {
        if (symbol > 16) {
            throw new UnableToDecode("a difference of " + symbol + " bits");
        }
        return symbol;
    }
}
