package dev.auricle.learning.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import dev.auricle.learning.engine.Script;
import dev.auricle.learning.state.TensorShape;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells predictions for clean images from those for attacked ones (Goodfellow et al., <i>Generative adversarial nets</i>,
 * NeurIPS 2014); used in training only.
 *
 * <pre>
 * x ⊕ p [n,1+classes,64,64] ─▶ ▣↓ 0 [n,b,32,32] ─▶ ▣↓ 1 [n,2b,16,16] ─▶ mean over pixels ─▶ output ─▶ logit [n]
 *
 *  ▣↓  3×3 convolution of stride 2 without bias, GroupNorm of 4 groups, LeakyReLU of slope 0.01
 * </pre>
 *
 * <p>D is the logistic function of the logit; it stays a logit so that ln D and ln(1 − D) are finite however sure it is.
 * It sees the prediction beside the image: seeing the image alone, as the seed's formula has it, D(x′) does not depend on
 * the segmentation network and has no gradient for it.
 */
final class Discriminator {

    private static final int LAYERS = 2;

    private static final String SOURCE = UNetBody.CONVOLVE + """
            def forward(self, images: Tensor, log_p: List[Tensor], p: List[Tensor]) -> Tensor:
              x = images
              if torch.size(p[0], 1) > torch.size(images, 1):
                x = torch.cat([images, torch.exp(log_p[0])], 1)
              for layer in range(%d):
                x = self.convolve(x, p, 3 * layer, 2)
              return torch.squeeze(torch.addmm(p[len(p) - 1], torch.mean(x, [2, 3]), torch.t(p[len(p) - 2])), 1)
            """.formatted(LAYERS);

    private final NDList parameters;
    private final Script script;

    /** With parameters of somebody else, in the order of {@link #tensors}. */
    Discriminator(NDManager owner, NDList parameters) {
        this.parameters = parameters;
        this.script = Script.compile(owner, SOURCE);
    }

    /**
     * Names and shapes of its parameters, {@code discriminator.*}.
     *
     * @param in channels of an image and, if it is to see the prediction, classes
     */
    static List<TensorShape> tensors(int in, int base) {
        List<TensorShape> tensors = new ArrayList<>();
        int before = in;
        for (int layer = 0; layer < LAYERS; layer++) {
            int channels = base << layer;
            UNetBody.addConvolution(tensors, "discriminator." + layer, before, channels);
            before = channels;
        }
        tensors.add(TensorShape.of("discriminator.output.weight", 1, before));
        tensors.add(TensorShape.of("discriminator.output.bias", 1));
        return tensors;
    }

    /** One logit per image, of the images and ln p. */
    NDArray logits(NDArray images, NDArray logProbabilities) {
        return script.callWithLists(images, new NDList(logProbabilities), parameters)
                .singletonOrThrow();
    }
}
