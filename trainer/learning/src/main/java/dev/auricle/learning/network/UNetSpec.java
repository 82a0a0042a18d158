package dev.auricle.learning.network;

import ai.djl.ndarray.NDManager;
import dev.auricle.learning.state.Layout;
import dev.auricle.learning.state.ModelState;
import dev.auricle.learning.state.TensorShape;
import java.util.ArrayList;
import java.util.List;

/**
 * The size of a {@link UNet}. Level 0 has the image's resolution and {@code baseChannels} features; each level below has
 * half the resolution and twice the features.
 *
 * @param inChannels channels of an image, 1 for a plain slice
 * @param classes classes, the background among them, 2 to 256
 * @param baseChannels features at level 0, a multiple of 4
 * @param depth how often the resolution is halved, 1 to 7; rows and columns must be multiples of 2^depth
 */
public record UNetSpec(int inChannels, int classes, int baseChannels, int depth) implements NetworkSpec {

    private static final int MOST_CLASSES = 256;
    private static final int MOST_CHANNELS = 1024;
    private static final int MOST_DEPTH = 7;

    /** Refuses sizes out of range. */
    public UNetSpec {
        requireBetween("inChannels", inChannels, 1, MOST_CHANNELS);
        requireBetween("classes", classes, 2, MOST_CLASSES);
        requireBetween("baseChannels", baseChannels, UNet.GROUPS, MOST_CHANNELS);
        requireBetween("depth", depth, 1, MOST_DEPTH);
        if (baseChannels % UNet.GROUPS != 0) {
            throw new IllegalArgumentException(
                    "baseChannels must be a multiple of " + UNet.GROUPS + ", not " + baseChannels);
        }
    }

    /** Features at a level. */
    public int channelsAt(int level) {
        return baseChannels << level;
    }

    /** What rows and columns of an image must be a multiple of. */
    public int divisor() {
        return 1 << depth;
    }

    @Override
    public Layout layout() {
        List<TensorShape> tensors = new ArrayList<>();
        for (int level = 0; level <= depth; level++) {
            int before = level == 0 ? inChannels : channelsAt(level - 1);
            addTwoConvolutions(tensors, "encoder." + level, before, channelsAt(level));
        }
        for (int level = depth - 1; level >= 0; level--) {
            int channels = channelsAt(level);
            tensors.add(TensorShape.of("decoder." + level + ".reduce.weight", channels, 2 * channels, 1, 1));
            tensors.add(TensorShape.of("decoder." + level + ".reduce.bias", channels));
            addTwoConvolutions(tensors, "decoder." + level, 2 * channels, channels);
        }
        tensors.add(TensorShape.of("head.weight", classes, baseChannels, 1, 1));
        tensors.add(TensorShape.of("head.bias", classes));
        return new Layout(tensors);
    }

    @Override
    public ModelState initialState(long seed) {
        return InitialState.draw(layout(), UNet.SLOPE, seed);
    }

    @Override
    public Network build(NDManager owner) {
        return new UNet(this, owner);
    }

    private static void addTwoConvolutions(List<TensorShape> tensors, String block, int in, int out) {
        addConvolution(tensors, block + ".first", in, out);
        addConvolution(tensors, block + ".second", out, out);
    }

    private static void addConvolution(List<TensorShape> tensors, String name, int in, int out) {
        tensors.add(TensorShape.of(name + ".weight", out, in, UNet.KERNEL, UNet.KERNEL));
        tensors.add(TensorShape.of(name + ".scale", out));
        tensors.add(TensorShape.of(name + ".shift", out));
    }

    private static void requireBetween(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " must be " + least + " to " + most + ", not " + value);
        }
    }
}
