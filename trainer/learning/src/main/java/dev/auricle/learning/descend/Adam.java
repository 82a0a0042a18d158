package dev.auricle.learning.descend;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.auricle.learning.engine.Recording;
import dev.auricle.learning.engine.Script;

/**
 * Adam (Kingma, Ba, <i>Adam: a method for stochastic optimization</i>, ICLR 2015) with the norm of the gradient limited:
 *
 * <pre>
 * g ← g · min(1, largest / ‖g‖)      ‖g‖ over all parameters together
 * g ← g + decay · θ
 * m ← β₁ m + (1 − β₁) g              v ← β₂ v + (1 − β₂) g²
 * θ ← θ − rate · m̂ / (√v̂ + ε)        m̂ = m / (1 − β₁ᵗ), v̂ = v / (1 − β₂ᵗ);  β₁ = 0.9, β₂ = 0.999, ε = 1e-8
 * </pre>
 *
 * <p>m, v and t are the optimizer's state. They begin at 0 in every round and are thrown away at its end: after a merge
 * the parameters are no longer those that the moments were measured at, and what a site sends is a function of the
 * merged model and its samples alone.
 *
 * <p>The whole step is one call into native code, by PyTorch's fused kernel.
 */
final class Adam implements AutoCloseable {

    private static final String STEP = """
            def forward(self, settings: Tensor, step: List[Tensor], parameters: List[Tensor], gradients: List[Tensor], \
            means: List[Tensor], variances: List[Tensor]) -> Tensor:
              norm = torch.norm(torch.stack(torch._foreach_norm(gradients)))
              torch._foreach_mul_(gradients, torch.clamp(settings[2] / (norm + 1e-06), None, 1))
              torch.add_(step[0], 1)
              steps = annotate(List[Tensor], [])
              for parameter in parameters:
                steps.append(step[0])
              torch._fused_adam_(parameters, gradients, means, variances, annotate(List[Tensor], []), steps, \
            lr=float(settings[0]), beta1=0.9, beta2=0.999, weight_decay=float(settings[1]), eps=1e-08, amsgrad=False, \
            maximize=False)
              return norm
            """;

    private final NDManager manager;
    private final NDList parameters;
    private final NDArray settings;
    private final NDList step;
    private final NDList means = new NDList();
    private final NDList variances = new NDList();
    private final Script script;

    Adam(NDManager owner, NDList parameters, AdamSettings settings) {
        this.manager = owner.newSubManager();
        this.parameters = parameters;
        this.settings = manager.create(
                new double[] {settings.learningRate(), settings.weightDecay(), settings.largestGradient()});
        this.step = new NDList(manager.zeros(new Shape(), DataType.FLOAT32));
        for (NDArray parameter : parameters) {
            means.add(manager.zeros(parameter.getShape(), DataType.FLOAT32));
            variances.add(manager.zeros(parameter.getShape(), DataType.FLOAT32));
        }
        this.script = Script.compile(manager, STEP);
    }

    /**
     * Changes the parameters in place.
     *
     * @param gradients in the order of the parameters; scaled in place when too large
     * @return the norm of the gradient before it was limited
     */
    double step(NDList gradients) {
        return Recording.suspended(() -> {
            try (NDList norm = script.callWithLists(settings, step, parameters, gradients, means, variances)) {
                return (double) norm.singletonOrThrow().getFloat();
            }
        });
    }

    @Override
    public void close() {
        manager.close();
    }
}
