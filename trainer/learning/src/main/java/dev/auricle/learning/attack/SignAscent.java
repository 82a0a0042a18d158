package dev.auricle.learning.attack;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import dev.auricle.learning.engine.Differentiator;
import dev.auricle.learning.engine.Recording;
import dev.auricle.learning.engine.Script;
import java.util.function.UnaryOperator;

/**
 * One step up a loss, within a box around the image (seed (1)–(4)):
 *
 * <pre>
 * x_{t+1} = Π_S { x_t + step · sign(∇_x L(x_t)) }      sign(0) = +1      S = {x′ : ‖x′ − x‖∞ ≤ ε}
 * </pre>
 *
 * <p>Each step is one forward pass and one backward pass for the image alone; gradients of weights are not computed. What
 * was recorded is freed before the step returns, so nothing grows with the number of steps.
 */
final class SignAscent {

    private static final String MOVE = """
            def forward(self, x: Tensor, origin: Tensor, gradient: Tensor, lengths: Tensor) -> Tensor:
              up = torch.ge(gradient, 0)
              sign = torch.sub(torch.mul(torch.type_as(up, x), 2.0), 1.0)
              away = torch.sub(torch.add(x, torch.mul(sign, lengths[1])), origin)
              return torch.add(origin, torch.minimum(torch.maximum(away, torch.neg(lengths[0])), lengths[0]))
            """;

    private final Differentiator differentiator;
    private final Script move;

    SignAscent(NDManager owner) {
        this.differentiator = new Differentiator(owner);
        this.move = Script.compile(owner, MOVE);
    }

    /**
     * Moves.
     *
     * @param from x_t, which stays as it is
     * @param origin x
     * @param lengths ε and step, of the images' type
     * @param loss L, a scalar of images; larger is where to go
     * @return x_{t+1}, owned by the manager of the origin
     */
    NDArray step(NDArray from, NDArray origin, NDArray lengths, UnaryOperator<NDArray> loss) {
        try (NDManager scope = origin.getManager().newSubManager();
                Recording recording = differentiator.record()) {
            NDArray x = Recording.suspended(from::duplicate);
            x.attach(scope);
            x.setRequiresGradient(true);
            NDArray gradient = recording.gradients(loss.apply(x), new NDList(x)).singletonOrThrow();
            NDArray moved = Recording.suspended(() -> move.call(x, origin, gradient, lengths));
            moved.attach(origin.getManager());
            return moved;
        }
    }
}
