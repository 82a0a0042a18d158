package dev.auricle.learning.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import dev.auricle.learning.engine.Script;
import dev.auricle.learning.state.TensorShape;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a normal distribution of z off images: the prior p_ψ(z | x) from the image alone, the posterior q_φ(z | x, y) from
 * image and label (Kohl et al., <i>A probabilistic U-Net</i>, NeurIPS 2018; Gao et al., MICCAI 2022).
 *
 * <pre>
 * prior:      x [n,1,64,64]
 * posterior:  x ⊕ onehot(y) [n,1+classes,64,64]
 *    │
 *    ▣↓ 0 [n,b,32,32] ─▶ ▣↓ 1 [n,2b,16,16] ─▶ ▣↓ 2 [n,4b,8,8] ─▶ mean over pixels [n,4b] ─▶ output ─▶ [n, μ ∥ ln σ]
 *
 *  ▣↓  3×3 convolution of stride 2 without bias, GroupNorm of 4 groups, LeakyReLU of slope 0.01
 * </pre>
 *
 * <p>ln σ is kept within ±{@value #WIDEST}: beyond, e^(2 ln σ) would leave what a float can hold.
 */
final class LatentEncoder {

    private static final double WIDEST = 7;
    private static final int LAYERS = 3;

    private static final String SOURCE = UNetBody.CONVOLVE + """
            def encode(self, x: Tensor, p: List[Tensor]) -> Tensor:
              for layer in range(%d):
                x = self.convolve(x, p, 3 * layer, 2)
              y = torch.addmm(p[len(p) - 1], torch.mean(x, [2, 3]), torch.t(p[len(p) - 2]))
              latent = torch.size(y, 1) // 2
              bounded = torch.clamp(torch.narrow(y, 1, latent, latent), -%2$s, %2$s)
              return torch.cat([torch.narrow(y, 1, 0, latent), bounded], 1)
            """.formatted(LAYERS, WIDEST);

    private static final String OF_IMAGES = SOURCE + """
            def forward(self, images: Tensor, p: List[Tensor]) -> Tensor:
              return self.encode(images, p)
            """;

    private static final String OF_IMAGES_AND_LABELS = SOURCE + """
            def forward(self, images: Tensor, labels: List[Tensor], p: List[Tensor]) -> Tensor:
              classes = torch.size(p[0], 1) - torch.size(images, 1)
              onehot = torch.permute(torch.one_hot(labels[0], classes), [0, 3, 1, 2])
              return self.encode(torch.cat([images, torch.type_as(onehot, images)], 1), p)
            """;

    private final NDList parameters;
    private final Script script;

    private LatentEncoder(NDManager owner, NDList parameters, String source) {
        this.parameters = parameters;
        this.script = Script.compile(owner, source);
    }

    /** The prior, with parameters of somebody else, in the order of {@link #tensors}. */
    static LatentEncoder prior(NDManager owner, NDList parameters) {
        return new LatentEncoder(owner, parameters, OF_IMAGES);
    }

    /** The posterior. */
    static LatentEncoder posterior(NDManager owner, NDList parameters) {
        return new LatentEncoder(owner, parameters, OF_IMAGES_AND_LABELS);
    }

    /** Names and shapes of its parameters, all beginning with that name. */
    static List<TensorShape> tensors(String name, int in, int base, int latent) {
        List<TensorShape> tensors = new ArrayList<>();
        int before = in;
        for (int layer = 0; layer < LAYERS; layer++) {
            int channels = base << layer;
            UNetBody.addConvolution(tensors, name + "." + layer, before, channels);
            before = channels;
        }
        tensors.add(TensorShape.of(name + ".output.weight", 2 * latent, before));
        tensors.add(TensorShape.of(name + ".output.bias", 2 * latent));
        return tensors;
    }

    /** The prior's μ and ln σ side by side, [batch, 2 · latent]. */
    NDArray of(NDArray images) {
        return script.callWithLists(images, parameters).singletonOrThrow();
    }

    /** The posterior's; labels are [batch, row, column], int64. */
    NDArray of(NDArray images, NDArray labels) {
        return script.callWithLists(images, new NDList(labels), parameters).singletonOrThrow();
    }
}
