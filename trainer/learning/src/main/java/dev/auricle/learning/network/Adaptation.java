package dev.auricle.learning.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import dev.auricle.learning.engine.Script;
import dev.auricle.learning.state.Layout;
import dev.auricle.learning.state.ModelState;
import dev.auricle.learning.state.TensorShape;
import java.util.List;

/**
 * The distribution adaptation network DA_k of one site: says for every pixel how this site's labels differ from the
 * generic ones, as a matrix W of classes × classes (Gao, Li, Wu, Wang, Zhuang, <i>Decoupling predictions in distributed
 * learning for multi-center left atrial MRI segmentation</i>, MICCAI 2022).
 *
 * <pre>
 * features [n,b,64,64] ──▶ ⊕ ─▶ da.0: 1×1 ─▶ ╱ ─▶ da.1: 1×1 ─▶ ╱ ─▶ da.2: 1×1 ─▶ softplus ─▶ ÷ column sums ─▶ W
 * z [n,latent] ─ tiled ────┘       h                h             classes²                  [n,classes,classes,64,64]
 *
 *  ╱  LeakyReLU of slope 0.01
 * </pre>
 *
 * <p>W[i,j] is the probability that this site says i where the generic truth is j: at least 0, every column sums to 1, so
 * that p_local = W·p is a distribution again.
 *
 * <p>An MLP per pixel and no normalisation: InstanceNorm over a constant map of z would make it 0, and with it W the same
 * at every pixel and for every z.
 *
 * <p>Given back is ln W, which {@link #apply} turns into ln(W·p) by log-sum-exp: no probability is ever so small that its
 * logarithm or gradient is lost. An entry is kept above {@value #LEAST} before the division, or ln 0 would have no
 * gradient.
 */
final class Adaptation {

    /** Entries of the initial W, before the division by column sums. */
    private static final double INITIAL_DIAGONAL = 1;

    private static final double INITIAL_ELSEWHERE = 0.05;

    /** What the initial weights of the last layer are multiplied with: W begins almost alike everywhere. */
    private static final float INITIAL_VARIATION = 0.1f;

    private static final double LEAST = 1e-30;

    private static final String SOURCE = """
            def forward(self, features: Tensor, z: List[Tensor], p: List[Tensor]) -> Tensor:
              channels = torch.size(features, 1)
              of_features = torch.narrow(p[0], 1, 0, channels)
              of_z = torch.squeeze(torch.squeeze(torch.narrow(p[0], 1, channels, torch.size(z[0], 1)), 3), 2)
              share = torch.unsqueeze(torch.unsqueeze(torch.addmm(p[1], z[0], torch.t(of_z)), 2), 3)
              x = torch.leaky_relu_(torch.add(torch.conv2d(features, of_features), share), %1$s)
              x = torch.leaky_relu_(torch.conv2d(x, p[2], p[3]), %1$s)
              entries = torch.clamp(torch.softplus(torch.conv2d(x, p[4], p[5])), %2$s)
              classes = %3$d
              shape = [torch.size(entries, 0), classes, classes, torch.size(entries, 2), torch.size(entries, 3)]
              w = torch.reshape(entries, shape)
              return torch.sub(torch.log(w), torch.log(torch.sum(w, [1], True)))
            """;

    private static final String APPLY = """
            def forward(self, log_w: Tensor, log_p: Tensor) -> Tensor:
              return torch.logsumexp(torch.add(log_w, torch.unsqueeze(log_p, 1)), [2])
            """;

    private static final String OFF_DIAGONAL = """
            def forward(self, log_w: Tensor, log_p: Tensor) -> Tensor:
              diagonal = torch.permute(torch.diagonal(log_w, 0, 1, 2), [0, 3, 1, 2])
              moved = torch.mul(torch.exp(log_p), torch.neg(torch.expm1(diagonal)))
              return torch.mean(torch.sum(moved, [1]))
            """;

    private final NDList parameters;
    private final Script script;
    private final Script application;
    private final Script offDiagonal;

    /** With parameters of somebody else, in the order of {@link #tensors}. */
    Adaptation(NDManager owner, NDList parameters, int classes) {
        this.parameters = parameters;
        this.script = Script.compile(owner, SOURCE.formatted(UNetBody.SLOPE, LEAST, classes));
        this.application = Script.compile(owner, APPLY);
        this.offDiagonal = Script.compile(owner, OFF_DIAGONAL);
    }

    /** Names and shapes of its parameters, {@code da.*}. */
    static List<TensorShape> tensors(int features, int latent, int hidden, int classes) {
        return List.of(
                TensorShape.of("da.0.weight", hidden, features + latent, 1, 1),
                TensorShape.of("da.0.bias", hidden),
                TensorShape.of("da.1.weight", hidden, hidden, 1, 1),
                TensorShape.of("da.1.bias", hidden),
                TensorShape.of("da.2.weight", classes * classes, hidden, 1, 1),
                TensorShape.of("da.2.bias", classes * classes));
    }

    /** The same model with its last layer such that W is near the identity, whatever the image. */
    static ModelState nearIdentity(ModelState model, int classes) {
        Layout layout = model.layout();
        float[] vector = new float[model.parameters()];
        model.vector().get(vector);
        int weights = layout.offsetOf("da.2.weight");
        int biases = layout.offsetOf("da.2.bias");
        for (int i = weights; i < weights + layout.shapeOf("da.2.weight").size(); i++) {
            vector[i] *= INITIAL_VARIATION;
        }
        for (int entry = 0; entry < classes * classes; entry++) {
            boolean onDiagonal = entry / classes == entry % classes;
            vector[biases + entry] = softplusIs(onDiagonal ? INITIAL_DIAGONAL : INITIAL_ELSEWHERE);
        }
        return ModelState.of(layout, vector);
    }

    /** The x for which softplus(x) = ln(1 + eˣ) is that. */
    private static float softplusIs(double value) {
        return (float) StrictMath.log(StrictMath.expm1(value));
    }

    /** ln W, [batch, said class, true class, row, column]. */
    NDArray logMatrices(NDArray features, NDArray z) {
        return script.callWithLists(features, new NDList(z), parameters).singletonOrThrow();
    }

    /** Mean over pixels of Σ_j p_j · (1 − W[j,j]), of ln W and ln p. */
    NDArray offDiagonal(NDArray logMatrices, NDArray logProbabilities) {
        return offDiagonal.call(logMatrices, logProbabilities);
    }

    /** ln(W·p), [batch, class, row, column], of ln W and ln p. */
    NDArray apply(NDArray logMatrices, NDArray logProbabilities) {
        return application.call(logMatrices, logProbabilities);
    }
}
