package dev.auricle.learning.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import dev.auricle.learning.engine.Recording;
import dev.auricle.learning.engine.Script;

/**
 * Holds parameters near a place: μ/2 · ‖θ − θ₀‖², over all tensors together, with gradient μ (θ − θ₀). One call into
 * native code however many tensors there are.
 */
public final class Proximity {

    private static final String HALF_SQUARE = """
            def forward(self, pull: Tensor, parameters: List[Tensor], anchors: List[Tensor]) -> Tensor:
              total = torch.zeros_like(pull)
              for parameter, anchor in zip(parameters, anchors):
                difference = torch.sub(parameter, anchor)
                total = torch.add(total, torch.sum(torch.mul(difference, difference)))
              return torch.mul(torch.mul(pull, 0.5), total)
            """;

    private final float pull;
    private final NDList parameters;
    private final NDList anchors;
    private final Script script;

    /**
     * Near the values that the parameters have now.
     *
     * @param owner of the copy of these values
     * @param pull μ, at least 0
     */
    public Proximity(NDManager owner, NDList parameters, double pull) {
        this(owner, parameters, copies(owner, parameters), pull);
    }

    /** Near these values, which belong to somebody else. */
    public Proximity(NDManager owner, NDList parameters, NDList anchors, double pull) {
        if (!(pull >= 0 && pull < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the pull must be 0 or more, not " + pull);
        }
        this.pull = (float) pull;
        this.parameters = parameters;
        this.anchors = anchors;
        this.script = Script.compile(owner, HALF_SQUARE);
    }

    /** The pull's energy at the parameters as they are now, a scalar of that manager. */
    public NDArray in(NDManager scope) {
        return script.callWithLists(scope.create(pull), parameters, anchors).singletonOrThrow();
    }

    private static NDList copies(NDManager owner, NDList parameters) {
        return Recording.suspended(() -> {
            NDList copies = new NDList();
            for (NDArray parameter : parameters) {
                NDArray copy = parameter.duplicate();
                copy.attach(owner);
                copies.add(copy);
            }
            return copies;
        });
    }
}
