package dev.auricle.learning.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;

/**
 * Takes gradients as values: ∂loss / ∂x for the x asked for, and for nothing else.
 *
 * <p>The usual way (backward, then read what has piled up beside each parameter) keeps state between steps and computes
 * every gradient there is. As a function there is nothing to reset, and an adversary who wants the gradient with respect
 * to the image does not pay for those of the weights.
 *
 * <p>DJL's own collector allows one recording per process. PyTorch keeps its mode per thread, so any number of trainers
 * record at the same time, each with a differentiator of its own:
 *
 * <pre>{@code
 * try (Recording recording = differentiator.record()) {
 *     NDArray loss = …;
 *     NDList gradients = recording.gradients(loss, parameters);
 * }
 * }</pre>
 */
public final class Differentiator implements AutoCloseable {

    private static final String GRADIENTS = """
            def forward(self, loss: Tensor, wrt: List[Tensor]) -> List[Tensor]:
              gradients = annotate(List[Tensor], [])
              for gradient in torch.autograd.grad([loss], wrt):
                gradients.append(unchecked_cast(Tensor, gradient))
              return gradients
            """;

    private final Script script;

    /** The script's native memory belongs to the owner. */
    public Differentiator(NDManager owner) {
        this.script = Script.compile(owner, GRADIENTS);
    }

    /** From now on, and until closed, operators of this thread are recorded. */
    public Recording record() {
        return new Recording(this);
    }

    NDList gradients(NDArray loss, NDList wrt) {
        return script.callWithLists(loss, wrt);
    }

    @Override
    public void close() {
        script.close();
    }
}
