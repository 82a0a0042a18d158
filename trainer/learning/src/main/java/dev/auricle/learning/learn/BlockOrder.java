package dev.auricle.learning.learn;

import dev.auricle.learning.draw.RandomDraw;
import java.util.stream.IntStream;

/**
 * The order of a pass over samples that lie in blocks, such as ranges of offsets in a log.
 *
 * <p>A log is read fast forwards and slowly at random. So the samples are cut into blocks; a shuffled pass takes the
 * blocks in a random order, and the samples of each block in a random order. One block is in memory at a time. The order
 * is a function of the pass and the block's number, so every replay of the same range is the same.
 */
public final class BlockOrder {

    private static final long BLOCKS = -1;

    private BlockOrder() {}

    /** The order in which to take the blocks 0 … count − 1. */
    public static int[] ofBlocks(Pass pass, int count) {
        return order(pass, BLOCKS, count);
    }

    /** The order in which to take the samples 0 … size − 1 of a block. */
    public static int[] within(Pass pass, int block, int size) {
        return order(pass, block, size);
    }

    private static int[] order(Pass pass, long stream, int count) {
        if (pass instanceof Pass.Shuffled shuffled) {
            return RandomDraw.of(shuffled.seed(), shuffled.epoch(), stream).nextOrder(count);
        }
        return IntStream.range(0, count).toArray();
    }
}
