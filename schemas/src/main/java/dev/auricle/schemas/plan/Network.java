package dev.auricle.schemas.plan;

import dev.auricle.schemas.configuration.Default;

/**
 * The U-Net's size.
 *
 * @param baseChannels channels of the first level; each level below has twice as many
 * @param depth how often the image is halved
 */
public record Network(
        @Default("16") int baseChannels, @Default("4") int depth) {
    private static final int CHANNEL_GROUP = 4;
    private static final int MOST_CHANNELS = 256;
    private static final int DEEPEST = 6;

    /** Refuses sizes that the network's group normalisation or its poolings cannot have. */
    public Network {
        Require.between("baseChannels", baseChannels, CHANNEL_GROUP, MOST_CHANNELS);
        if (baseChannels % CHANNEL_GROUP != 0) {
            throw new IllegalArgumentException(
                    "baseChannels must be a multiple of " + CHANNEL_GROUP + ", got " + baseChannels);
        }
        Require.between("depth", depth, 1, DEEPEST);
    }

    /** What the number of rows and columns must be a multiple of. */
    public int sizeStep() {
        return 1 << depth;
    }
}
