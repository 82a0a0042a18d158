package dev.auricle.learning.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import dev.auricle.learning.engine.Script;
import dev.auricle.learning.state.TensorShape;
import java.util.List;

/**
 * The last layers of the segmentation network f_θ: from the {@link UNetBody}'s features of each pixel and one z per image
 * to ln p(y | x, z), by three 1×1 convolutions (Kohl et al., <i>A probabilistic U-Net for segmentation of ambiguous
 * images</i>, NeurIPS 2018; Gao et al., MICCAI 2022).
 *
 * <pre>
 * features [n,b,64,64] ──▶ ⊕ ─▶ head.0: 1×1 ─▶ ╱ ─▶ head.1: 1×1 ─▶ ╱ ─▶ head.2: 1×1 ─▶ log-softmax ─▶ [n,classes,64,64]
 * z [n,latent] ─ tiled ────┘         b                    b                  classes
 *
 *  ╱  LeakyReLU of slope 0.01
 * </pre>
 *
 * <p>z is the same at every pixel of an image. So its share of the first convolution is one vector per image, which is
 * added to every pixel: the same function as tiling z and concatenating, without the tiles.
 */
final class LatentHead {

    private static final String SOURCE = """
            def forward(self, features: Tensor, z: List[Tensor], p: List[Tensor]) -> Tensor:
              channels = torch.size(features, 1)
              of_features = torch.narrow(p[0], 1, 0, channels)
              of_z = torch.squeeze(torch.squeeze(torch.narrow(p[0], 1, channels, torch.size(z[0], 1)), 3), 2)
              share = torch.unsqueeze(torch.unsqueeze(torch.addmm(p[1], z[0], torch.t(of_z)), 2), 3)
              x = torch.leaky_relu_(torch.add(torch.conv2d(features, of_features), share), %1$s)
              x = torch.leaky_relu_(torch.conv2d(x, p[2], p[3]), %1$s)
              return torch.log_softmax(torch.conv2d(x, p[4], p[5]), 1)
            """.formatted(UNetBody.SLOPE);

    private final NDList parameters;
    private final Script script;

    /** With parameters of somebody else, in the order of {@link #tensors}. */
    LatentHead(NDManager owner, NDList parameters) {
        this.parameters = parameters;
        this.script = Script.compile(owner, SOURCE);
    }

    /** Names and shapes of its parameters, {@code head.*}. */
    static List<TensorShape> tensors(int features, int latent, int classes) {
        return List.of(
                TensorShape.of("head.0.weight", features, features + latent, 1, 1),
                TensorShape.of("head.0.bias", features),
                TensorShape.of("head.1.weight", features, features, 1, 1),
                TensorShape.of("head.1.bias", features),
                TensorShape.of("head.2.weight", classes, features, 1, 1),
                TensorShape.of("head.2.bias", classes));
    }

    /** ln p, [batch, class, row, column]. */
    NDArray logProbabilities(NDArray features, NDArray z) {
        return script.callWithLists(features, new NDList(z), parameters).singletonOrThrow();
    }
}
