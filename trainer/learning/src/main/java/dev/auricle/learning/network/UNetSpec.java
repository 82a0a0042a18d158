package dev.auricle.learning.network;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.auricle.learning.state.Layout;
import dev.auricle.learning.state.ModelState;
import dev.auricle.learning.state.TensorShape;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The size of a {@link UNet}. Level 0 has the image's resolution, each level below half of the one above.
 *
 * @param inChannels channels of an image, 1 for a plain slice
 * @param classes classes, the background among them, 2 to 256
 * @param channels features of each level from level 0 on, 2 to 8 levels, multiples of 4; rows and columns of an image must
 *     be multiples of 2^(levels − 1)
 */
public record UNetSpec(int inChannels, int classes, List<Integer> channels) implements NetworkSpec {

    private static final int MOST_CLASSES = 256;
    private static final int MOST_CHANNELS = 1024;
    private static final int MOST_DEPTH = 7;
    private static final int IMAGE_DIMENSIONS = 4;

    /** Refuses sizes out of range. */
    public UNetSpec {
        channels = List.copyOf(channels);
        requireBetween("inChannels", inChannels, 1, MOST_CHANNELS);
        requireBetween("classes", classes, 2, MOST_CLASSES);
        requireBetween("depth", channels.size() - 1, 1, MOST_DEPTH);
        for (int features : channels) {
            requireBetween("channels", features, UNetBody.GROUPS, MOST_CHANNELS << MOST_DEPTH);
            if (features % UNetBody.GROUPS != 0) {
                throw new IllegalArgumentException(
                        "channels must be multiples of " + UNetBody.GROUPS + ", not " + features);
            }
        }
    }

    /**
     * Each level has twice the features of the one above.
     *
     * @param baseChannels features at level 0
     * @param depth how often the resolution is halved, 1 to 7
     */
    public UNetSpec(int inChannels, int classes, int baseChannels, int depth) {
        this(inChannels, classes, doubling(baseChannels, depth));
    }

    /** How often the resolution is halved. */
    public int depth() {
        return channels.size() - 1;
    }

    /** Features at a level. */
    public int channelsAt(int level) {
        return channels.get(level);
    }

    /** What rows and columns of an image must be a multiple of. */
    public int divisor() {
        return 1 << depth();
    }

    @Override
    public Layout layout() {
        List<TensorShape> tensors = UNetBody.tensors(this);
        tensors.add(TensorShape.of("head.weight", classes, channelsAt(0), 1, 1));
        tensors.add(TensorShape.of("head.bias", classes));
        return new Layout(tensors);
    }

    @Override
    public ModelState initialState(long seed) {
        return InitialState.draw(layout(), UNetBody.SLOPE, seed);
    }

    @Override
    public Network build(NDManager owner) {
        return new UNet(this, owner);
    }

    /** Passes when the network can take images of that shape. */
    void requireFitting(Shape images) {
        boolean fits = images.dimension() == IMAGE_DIMENSIONS
                && images.get(1) == inChannels
                && images.get(2) % divisor() == 0
                && images.get(3) % divisor() == 0;
        if (!fits) {
            throw new UnableToFeedNetwork("images must be [batch, " + inChannels
                    + ", row, column] with rows and columns multiples of " + divisor() + ", not " + images);
        }
    }

    private static List<Integer> doubling(int baseChannels, int depth) {
        requireBetween("baseChannels", baseChannels, UNetBody.GROUPS, MOST_CHANNELS);
        requireBetween("depth", depth, 1, MOST_DEPTH);
        return IntStream.rangeClosed(0, depth)
                .mapToObj(level -> baseChannels << level)
                .toList();
    }

    private static void requireBetween(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " must be " + least + " to " + most + ", not " + value);
        }
    }
}
