package dev.auricle.learning.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import dev.auricle.learning.engine.Script;

/**
 * The networks of the decoupled method together (Gao, Li, Wu, Wang, Zhuang, <i>Decoupling predictions in distributed
 * learning for multi-center left atrial MRI segmentation</i>, MICCAI 2022): a generic prediction p for everybody, and a
 * matrix W per pixel that makes the site's own prediction W·p of it.
 *
 * <pre>
 *              ┌▶ {@link UNetBody} ─ features ─┬─▶ {@link LatentHead} ──▶ p ─────────▶ ·  ─▶ W·p   local
 *  x ──────────┤                     │        ▲            │          ▲
 *              │                     └────────┼────────────┼▶ DA ─▶ W ┘
 *              ├▶ prior     (x) ─ μ, σ ─ z ───┤            └──────────▶ p     global
 *  x, y ───────┴▶ posterior (x, y) ─ μ, σ ─ z ┘
 *                 (in training)
 *
 *  shared:   encoder.* decoder.* head.* prior.* posterior.*        personal: da.* discriminator.*
 * </pre>
 *
 * <p>Every part is one script; the parts are put together by who learns or predicts. Used by one thread at a time.
 */
public final class DecoupledNetwork implements AutoCloseable {

    private static final String DRAW = """
            def forward(self, latent: Tensor, noise: Tensor) -> Tensor:
              size = torch.size(noise, 1)
              return torch.addcmul(torch.narrow(latent, 1, 0, size), torch.exp(torch.narrow(latent, 1, size, size)), noise)
            """;

    private static final String MEAN = """
            def forward(self, latent: Tensor) -> Tensor:
              return torch.narrow(latent, 1, 0, torch.floordiv(torch.size(latent, 1), 2))
            """;

    private final DecoupledSpec spec;
    private final NDManager manager;
    private final Parameters parameters;
    private final UNetBody body;
    private final LatentHead head;
    private final LatentEncoder prior;
    private final LatentEncoder posterior;
    private final Adaptation adaptation;
    private final Discriminator discriminator;
    private final Script draw;
    private final Script mean;

    DecoupledNetwork(DecoupledSpec spec, NDManager owner) {
        this(spec, owner, DataType.FLOAT32);
    }

    /** As the other, of another type: to check gradients with more digits. */
    DecoupledNetwork(DecoupledSpec spec, NDManager owner, DataType type) {
        this.spec = spec;
        this.manager = owner.newSubManager();
        this.parameters = new Parameters(manager, spec.layout(), type);
        this.body = new UNetBody(manager, spec.unet(), parameters.under("encoder.", "decoder."));
        this.head = new LatentHead(manager, parameters.under("head."));
        this.prior = LatentEncoder.prior(manager, parameters.under("prior."));
        this.posterior = LatentEncoder.posterior(manager, parameters.under("posterior."));
        this.adaptation =
                new Adaptation(manager, parameters.under("da."), spec.unet().classes());
        this.discriminator = new Discriminator(manager, parameters.under("discriminator."));
        this.draw = Script.compile(manager, DRAW);
        this.mean = Script.compile(manager, MEAN);
    }

    /** All that is learned. */
    public Parameters parameters() {
        return parameters;
    }

    /** Dimensions of z. */
    public int latent() {
        return spec.latent();
    }

    /** p_ψ(z | x): μ and ln σ side by side, [batch, 2 · latent]. */
    public NDArray prior(NDArray images) {
        return prior.of(images);
    }

    /** q_φ(z | x, y), likewise; labels are [batch, row, column], int64. */
    public NDArray posterior(NDArray images, NDArray labels) {
        return posterior.of(images, labels);
    }

    /** z = μ + σ·ε of a distribution and standard normal noise [batch, latent]. */
    public NDArray draw(NDArray distribution, NDArray noise) {
        return draw.call(distribution, noise);
    }

    /** z = μ. */
    public NDArray mean(NDArray distribution) {
        return mean.call(distribution);
    }

    /** What the U-Net says of each pixel, [batch, channel, row, column]. */
    public NDArray features(NDArray images) {
        spec.unet().requireFitting(images.getShape());
        return body.features(images);
    }

    /** ln p, [batch, class, row, column]. */
    public NDArray logGlobal(NDArray features, NDArray z) {
        return head.logProbabilities(features, z);
    }

    /** ln W, [batch, said class, true class, row, column]. */
    public NDArray logMatrices(NDArray features, NDArray z) {
        return adaptation.logMatrices(features, z);
    }

    /** ln(W·p), [batch, class, row, column]. */
    public NDArray logLocal(NDArray logMatrices, NDArray logGlobal) {
        return adaptation.apply(logMatrices, logGlobal);
    }

    /** Mean over pixels of Σ_j p_j · (1 − W[j,j]), a scalar. */
    public NDArray offDiagonal(NDArray logMatrices, NDArray logGlobal) {
        return adaptation.offDiagonal(logMatrices, logGlobal);
    }

    /** The discriminator's logits, one per image; large means clean. */
    public NDArray verdicts(NDArray images, NDArray logGlobal) {
        return discriminator.logits(images, logGlobal);
    }

    @Override
    public void close() {
        manager.close();
    }
}
