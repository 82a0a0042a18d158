package dev.auricle.trainer;

import com.google.protobuf.ByteString;
import dev.auricle.schemas.record.Sample;
import dev.auricle.schemas.shard.FloatBytes;
import java.util.Random;

/** Slices with a bright disc somewhere, drawn from the seed 5. */
final class Discs {
    private static final int SIZE = 16;

    private Discs() {}

    /** One of them; the caller says whose it is. */
    static Sample.Builder sample(int index) {
        var random = new Random(5L + index);
        var image = new float[SIZE * SIZE];
        var label = new byte[SIZE * SIZE];
        double row = 5 + random.nextInt(6);
        double column = 5 + random.nextInt(6);
        for (int pixel = 0; pixel < image.length; pixel++) {
            int atRow = pixel / SIZE;
            boolean inside = Math.hypot(atRow - row, pixel % SIZE - column) < 4;
            image[pixel] = (float) ((inside ? 2 : 0) + 0.3 * random.nextGaussian());
            label[pixel] = (byte) (inside ? 1 : 0);
        }
        return Sample.newBuilder()
                .setSite("north")
                .setRows(SIZE)
                .setColumns(SIZE)
                .setRowSpacing(1)
                .setColumnSpacing(1)
                .setSliceSpacing(1)
                .setImage(FloatBytes.of(image))
                .setLabel(ByteString.copyFrom(label));
    }
}
