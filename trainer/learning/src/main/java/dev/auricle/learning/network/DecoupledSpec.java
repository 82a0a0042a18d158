package dev.auricle.learning.network;

import ai.djl.ndarray.NDManager;
import dev.auricle.learning.state.Layout;
import dev.auricle.learning.state.ModelState;
import dev.auricle.learning.state.TensorShape;
import java.util.ArrayList;
import java.util.List;

/**
 * The size of a {@link DecoupledNetwork}, and the one place that says which of its tensors stay at their site.
 *
 * @param unet size of the segmentation network
 * @param latent dimensions of z, 1 to 256
 * @param sight what the discriminator sees
 */
public record DecoupledSpec(UNetSpec unet, int latent, Sight sight) {

    private static final int MOST_LATENT = 256;

    /** Channels within the adaptation network for each channel of its input. */
    private static final int ADAPTATION_WIDTH = 2;

    private static final String ADAPTATION = "da.";
    private static final String DISCRIMINATOR = "discriminator.";

    /** What the discriminator sees. */
    public enum Sight {
        /** x and p: its verdict has a gradient for the segmentation network. */
        IMAGE_AND_PREDICTION,
        /** x alone, as the seed's formula has it: ADV is a number that nothing but D changes. */
        IMAGE
    }

    /** Refuses sizes out of range. */
    public DecoupledSpec {
        if (latent < 1 || latent > MOST_LATENT) {
            throw new IllegalArgumentException("latent must be 1 to " + MOST_LATENT + ", not " + latent);
        }
    }

    /** Whether the tensor of that name never leaves its site: the adaptation network's and the discriminator's. */
    public static boolean stays(String name) {
        return name.startsWith(ADAPTATION) || name.startsWith(DISCRIMINATOR);
    }

    /** Names, shapes and order of all parameters. */
    public Layout layout() {
        int features = unet.channelsAt(0);
        List<TensorShape> tensors = new ArrayList<>(UNetBody.tensors(unet));
        tensors.addAll(LatentHead.tensors(features, latent, unet.classes()));
        tensors.addAll(LatentEncoder.tensors("prior", unet.inChannels(), features, latent));
        tensors.addAll(LatentEncoder.tensors("posterior", unet.inChannels() + unet.classes(), features, latent));
        tensors.addAll(Adaptation.tensors(features, latent, ADAPTATION_WIDTH * features, unet.classes()));
        int seen = sight == Sight.IMAGE ? unet.inChannels() : unet.inChannels() + unet.classes();
        tensors.addAll(Discriminator.tensors(seen, features));
        return new Layout(tensors);
    }

    /** Parameters to begin with, a function of the seed alone; W is near the identity at every pixel. */
    public ModelState initialState(long seed) {
        return Adaptation.nearIdentity(InitialState.draw(layout(), UNetBody.SLOPE, seed), unet.classes());
    }

    /** Builds the network with parameters of zero; its native memory belongs to the owner. */
    public DecoupledNetwork build(NDManager owner) {
        return new DecoupledNetwork(this, owner);
    }
}
