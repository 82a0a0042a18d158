package dev.auricle.learning.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.auricle.learning.engine.Script;

/**
 * What the discriminator makes small: mean −ln D over the clean plus mean −ln(1 − D) over the attacked. Of logits, so that
 * it is finite however sure D is.
 */
public final class Discrimination {

    private static final String SOURCE = """
            def forward(self, clean: Tensor, attacked: Tensor) -> Tensor:
              missed = torch.mean(torch.softplus(torch.neg(clean)))
              return torch.add(missed, torch.mean(torch.softplus(attacked)))
            """;

    private final Script script;

    /** Compiles it. */
    public Discrimination(NDManager owner) {
        this.script = Script.compile(owner, SOURCE);
    }

    /** A scalar of two vectors of logits. */
    public NDArray of(NDArray clean, NDArray attacked) {
        return script.call(clean, attacked);
    }
}
