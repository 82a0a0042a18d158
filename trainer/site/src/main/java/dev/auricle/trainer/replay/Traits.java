package dev.auricle.trainer.replay;

import dev.auricle.schemas.record.Sample;
import dev.auricle.schemas.shard.FloatBytes;
import java.util.BitSet;

/**
 * What of a sample decides whether it is fit to learn from.
 *
 * @param finite whether every pixel is a number
 * @param classes which ones its label has, the background among them
 */
record Traits(int rows, int columns, boolean finite, BitSet classes) {
    private static final int BYTE = 0xFF;

    static Traits of(Sample sample) {
        var classes = new BitSet();
        for (int pixel = 0; pixel < sample.getLabel().size(); pixel++) {
            classes.set(sample.getLabel().byteAt(pixel) & BYTE);
        }
        return new Traits(sample.getRows(), sample.getColumns(), isFinite(sample), classes);
    }

    private static boolean isFinite(Sample sample) {
        var pixels = FloatBytes.view(sample.getImage());
        while (pixels.hasRemaining()) {
            if (!Float.isFinite(pixels.get())) {
                return false;
            }
        }
        return true;
    }
}
