package dev.auricle.learning.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.auricle.learning.engine.Script;

/**
 * A U-Net for segmentation: the {@link UNetBody}'s features, and a 1×1 convolution, {@code head}, that makes a logit per
 * class of them.
 *
 * <pre>
 * images [n,1,64,64] ─▶ UNetBody ─▶ features [n,8,64,64] ─▶ head: 1×1 ─▶ logits [n,classes,64,64]
 * </pre>
 *
 * <p>Body and head are one script, one call into native code.
 */
final class UNet implements Network {

    private final UNetSpec spec;
    private final NDManager manager;
    private final Parameters parameters;
    private final Script script;

    UNet(UNetSpec spec, NDManager owner) {
        this.spec = spec;
        this.manager = owner.newSubManager();
        this.parameters = new Parameters(manager, spec.layout());
        this.script = Script.compile(manager, UNetBody.FEATURES + """
                def forward(self, images: Tensor, p: List[Tensor]) -> Tensor:
                  return torch.conv2d(self.features(images, p, %d), p[len(p) - 2], p[len(p) - 1])
                """.formatted(spec.depth()));
    }

    @Override
    public Parameters parameters() {
        return parameters;
    }

    @Override
    public NDArray forward(NDArray images) {
        spec.requireFitting(images.getShape());
        return script.callWithLists(images, parameters.all()).singletonOrThrow();
    }

    /** Frees parameters and script. */
    @Override
    public void close() {
        manager.close();
    }
}
