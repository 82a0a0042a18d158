package dev.auricle.learning.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.auricle.learning.engine.Script;
import java.util.ArrayList;
import java.util.List;

/**
 * A 2-D U-Net (Ronneberger, Fischer, Brox, <i>U-Net</i>, MICCAI 2015), normalised by groups (Wu, He, <i>Group
 * normalization</i>, ECCV 2018).
 *
 * <p>Shapes for base 8, depth 3, n images of 64×64 (b = base channels; [batch, channel, row, column]):
 *
 * <pre>
 * images [n,1,64,64]                                              logits [n,classes,64,64]
 *    │                                                                     ▲ head: 1×1
 *  ▣▣ encoder.0  [n,8,64,64] ─────────────── skip ─────────────▶ ⊕ ▣▣ decoder.0  [n,8,64,64]
 *    ▼ halve                                                     ▲ reduce 1×1, double
 *  ▣▣ encoder.1  [n,16,32,32] ────────────── skip ───────▶ ⊕ ▣▣ decoder.1  [n,16,32,32]
 *    ▼                                                     ▲
 *  ▣▣ encoder.2  [n,32,16,16] ────────────── skip ─▶ ⊕ ▣▣ decoder.2  [n,32,16,16]
 *    ▼                                               ▲
 *  ▣▣ encoder.3  [n,64,8,8] ─────────────────────────┘
 *
 *  ▣  3×3 convolution without bias, GroupNorm of 4 groups, LeakyReLU of slope 0.01
 *  ⊕  concatenation of the channels: skip first
 * </pre>
 *
 * <p><b>No batch statistics.</b> GroupNorm normalises each image by itself, so a forward pass changes nothing in the
 * network: predictions do not depend on what else is in the batch, and adversarial passes do not disturb the model.
 *
 * <p><b>Reduce, then double.</b> On the way up the channels are first halved by a 1×1 convolution and then enlarged,
 * bilinearly (pixel centres, corners not aligned). A 1×1 convolution works per pixel and a bilinear weight sum is 1, so
 * this is the same function as enlarging first, at a quarter of the convolution's cost and half the interpolation's.
 *
 * <p>The four operators are scripts because DJL does not bind them: see {@link Script}.
 */
final class UNet implements Network {

    static final int GROUPS = 4;
    static final int KERNEL = 3;
    static final double SLOPE = 0.01;

    /** ▣. LeakyReLU overwrites its input, which nobody needs: its gradient is a function of its output's sign. */
    private static final String CONVOLVE = """
            def forward(self, x: Tensor, weight: Tensor, scale: Tensor, shift: Tensor) -> Tensor:
              y = torch.conv2d(x, weight, None, [1, 1], [1, 1])
              return torch.leaky_relu_(torch.group_norm(y, %d, scale, shift, 1e-05), %s)
            """.formatted(GROUPS, SLOPE);

    private static final String HALVE = """
            def forward(self, x: Tensor) -> Tensor:
              return torch.max_pool2d(x, [2, 2])
            """;

    private static final String REDUCE_DOUBLE_AND_JOIN = """
            def forward(self, x: Tensor, skip: Tensor, weight: Tensor, bias: Tensor) -> Tensor:
              y = torch.upsample_bilinear2d(torch.conv2d(x, weight, bias), None, False, [2.0, 2.0])
              return torch.cat([skip, y], 1)
            """;

    private static final String CLASSIFY = """
            def forward(self, x: Tensor, weight: Tensor, bias: Tensor) -> Tensor:
              return torch.conv2d(x, weight, bias)
            """;

    private final UNetSpec spec;
    private final NDManager manager;
    private final Parameters parameters;
    private final Script convolve;
    private final Script halve;
    private final Script reduceDoubleAndJoin;
    private final Script classify;

    UNet(UNetSpec spec, NDManager owner) {
        this.spec = spec;
        this.manager = owner.newSubManager();
        this.parameters = new Parameters(manager, spec.layout());
        this.convolve = Script.compile(manager, CONVOLVE);
        this.halve = Script.compile(manager, HALVE);
        this.reduceDoubleAndJoin = Script.compile(manager, REDUCE_DOUBLE_AND_JOIN);
        this.classify = Script.compile(manager, CLASSIFY);
    }

    @Override
    public Parameters parameters() {
        return parameters;
    }

    @Override
    public NDArray forward(NDArray images) {
        requireFitting(images.getShape());
        List<NDArray> skips = new ArrayList<>();
        NDArray x = convolveTwice("encoder.0", images);
        for (int level = 1; level <= spec.depth(); level++) {
            skips.add(x);
            x = convolveTwice("encoder." + level, halve.call(x));
        }
        for (int level = spec.depth() - 1; level >= 0; level--) {
            String decoder = "decoder." + level;
            NDArray weight = parameters.named(decoder + ".reduce.weight");
            NDArray bias = parameters.named(decoder + ".reduce.bias");
            x = convolveTwice(decoder, reduceDoubleAndJoin.call(x, skips.get(level), weight, bias));
        }
        return classify.call(x, parameters.named("head.weight"), parameters.named("head.bias"));
    }

    /** Frees parameters and scripts. */
    @Override
    public void close() {
        manager.close();
    }

    private NDArray convolveTwice(String block, NDArray x) {
        return convolve(block + ".second", convolve(block + ".first", x));
    }

    private NDArray convolve(String layer, NDArray x) {
        NDArray weight = parameters.named(layer + ".weight");
        NDArray scale = parameters.named(layer + ".scale");
        NDArray shift = parameters.named(layer + ".shift");
        return convolve.call(x, weight, scale, shift);
    }

    private void requireFitting(Shape images) {
        boolean fits = images.dimension() == 4
                && images.get(1) == spec.inChannels()
                && images.get(2) % spec.divisor() == 0
                && images.get(3) % spec.divisor() == 0;
        if (!fits) {
            throw new UnableToFeedNetwork("images must be [batch, " + spec.inChannels()
                    + ", row, column] with rows and columns multiples of " + spec.divisor() + ", not " + images);
        }
    }
}
