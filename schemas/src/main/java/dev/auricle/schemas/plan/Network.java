package dev.auricle.schemas.plan;

import dev.auricle.schemas.configuration.Default;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The U-Net's size: the channels of its first level, each level below having twice as many, or those of every level.
 *
 * @param baseChannels channels of the first level
 * @param depth how often the image is halved
 * @param channels of every level from the first on; empty: as the other two say
 */
public record Network(
        @Default("16") int baseChannels, @Default("4") int depth, List<Integer> channels) {
    private static final int CHANNEL_GROUP = 4;
    private static final int MOST_CHANNELS = 256;
    private static final int MOST_LISTED = 1024;
    private static final int DEEPEST = 6;
    private static final int BASE_CHANNELS = 16;
    private static final int DEPTH = 4;

    /** Refuses sizes that the network's group normalisation or its poolings cannot have, and two that contradict. */
    public Network {
        requireGroups("baseChannels", baseChannels, MOST_CHANNELS);
        Require.between("depth", depth, 1, DEEPEST);
        channels = List.copyOf(channels);
        if (!channels.isEmpty()) {
            Require.between("number of channels", channels.size(), 2, DEEPEST + 1);
            channels.forEach(level -> requireGroups("channels", level, MOST_LISTED));
            if (baseChannels != BASE_CHANNELS || depth != DEPTH) {
                throw new IllegalArgumentException(
                        "channels says the size of every level: baseChannels and depth must not be given with it");
            }
        }
    }

    /** By its first level. */
    public static Network of(int baseChannels, int depth) {
        return new Network(baseChannels, depth, List.of());
    }

    /** Channels of every level, the first one of the image's resolution. */
    public List<Integer> levels() {
        return channels.isEmpty()
                ? IntStream.rangeClosed(0, depth)
                        .mapToObj(level -> baseChannels << level)
                        .toList()
                : channels;
    }

    /** How often the image is halved. */
    public int halvings() {
        return levels().size() - 1;
    }

    /** What the number of rows and columns must be a multiple of. */
    public int sizeStep() {
        return 1 << halvings();
    }

    private static void requireGroups(String what, int channels, int most) {
        Require.between(what, channels, CHANNEL_GROUP, most);
        if (channels % CHANNEL_GROUP != 0) {
            throw new IllegalArgumentException(what + " must be a multiple of " + CHANNEL_GROUP + ", got " + channels);
        }
    }
}
