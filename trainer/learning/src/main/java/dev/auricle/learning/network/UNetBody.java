package dev.auricle.learning.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import dev.auricle.learning.engine.Script;
import dev.auricle.learning.state.TensorShape;
import java.util.ArrayList;
import java.util.List;

/**
 * A 2-D U-Net without its last layer (Ronneberger, Fischer, Brox, <i>U-Net</i>, MICCAI 2015), normalised by groups (Wu,
 * He, <i>Group normalization</i>, ECCV 2018): from images to features of each pixel.
 *
 * <p>Shapes for channels 8, 16, 32, 64 and n images of 64×64 ([batch, channel, row, column]):
 *
 * <pre>
 * images [n,1,64,64]                                             features [n,8,64,64]
 *    │                                                                     ▲
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
 * <p><b>Reduce, then double.</b> On the way up the channels are first reduced to the level's by a 1×1 convolution and
 * then enlarged, bilinearly (pixel centres, corners not aligned). A 1×1 convolution works per pixel and a bilinear
 * weight sum is 1, so this is the same function as enlarging first, at a quarter of the convolution's cost and half the
 * interpolation's.
 *
 * <p>The whole body is one script, one call into native code. LeakyReLU overwrites its input, which nobody needs: its
 * gradient is a function of its output's sign.
 */
final class UNetBody {

    static final int GROUPS = 4;
    static final int KERNEL = 3;
    static final double SLOPE = 0.01;

    /** ▣ with any stride: the parameters are weight, scale and shift from p[i] on. */
    static final String CONVOLVE = """
            def convolve(self, x: Tensor, p: List[Tensor], i: int, stride: int) -> Tensor:
              y = torch.conv2d(x, p[i], None, [stride, stride], [1, 1])
              return torch.leaky_relu_(torch.group_norm(y, %d, p[i + 1], p[i + 2], 1e-05), %s)
            """.formatted(GROUPS, SLOPE);

    /** From images to features; the depth is how often p's tensors allow to halve. */
    static final String FEATURES = CONVOLVE + """
            def features(self, images: Tensor, p: List[Tensor], depth: int) -> Tensor:
              skips = annotate(List[Tensor], [])
              x = self.convolve(self.convolve(images, p, 0, 1), p, 3, 1)
              i = 6
              for level in range(depth):
                skips.append(x)
                x = self.convolve(self.convolve(torch.max_pool2d(x, [2, 2]), p, i, 1), p, i + 3, 1)
                i = i + 6
              for level in range(depth):
                y = torch.upsample_bilinear2d(torch.conv2d(x, p[i], p[i + 1]), None, False, [2.0, 2.0])
                x = torch.cat([skips[depth - 1 - level], y], 1)
                x = self.convolve(self.convolve(x, p, i + 2, 1), p, i + 5, 1)
                i = i + 8
              return x
            """;

    private final NDList parameters;
    private final Script script;

    /** With parameters of somebody else, in the order of {@link #tensors}. */
    UNetBody(NDManager owner, UNetSpec spec, NDList parameters) {
        this.parameters = parameters;
        this.script = Script.compile(owner, FEATURES + """
                def forward(self, images: Tensor, p: List[Tensor]) -> Tensor:
                  return self.features(images, p, %d)
                """.formatted(spec.depth()));
    }

    /** Names and shapes of the body's parameters. */
    static List<TensorShape> tensors(UNetSpec spec) {
        List<TensorShape> tensors = new ArrayList<>();
        for (int level = 0; level <= spec.depth(); level++) {
            int before = level == 0 ? spec.inChannels() : spec.channelsAt(level - 1);
            addTwoConvolutions(tensors, "encoder." + level, before, spec.channelsAt(level));
        }
        for (int level = spec.depth() - 1; level >= 0; level--) {
            int channels = spec.channelsAt(level);
            String decoder = "decoder." + level;
            tensors.add(TensorShape.of(decoder + ".reduce.weight", channels, spec.channelsAt(level + 1), 1, 1));
            tensors.add(TensorShape.of(decoder + ".reduce.bias", channels));
            addTwoConvolutions(tensors, decoder, 2 * channels, channels);
        }
        return tensors;
    }

    /** Adds the parameters of one ▣. */
    static void addConvolution(List<TensorShape> tensors, String name, int in, int out) {
        tensors.add(TensorShape.of(name + ".weight", out, in, KERNEL, KERNEL));
        tensors.add(TensorShape.of(name + ".scale", out));
        tensors.add(TensorShape.of(name + ".shift", out));
    }

    /** Features [batch, channel, row, column] of as many channels as level 0 has. */
    NDArray features(NDArray images) {
        return script.callWithLists(images, parameters).singletonOrThrow();
    }

    private static void addTwoConvolutions(List<TensorShape> tensors, String block, int in, int out) {
        addConvolution(tensors, block + ".first", in, out);
        addConvolution(tensors, block + ".second", out, out);
    }
}
