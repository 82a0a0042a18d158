package dev.auricle.learning.attack;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.auricle.learning.engine.Script;

/**
 * What an adversary makes large: Σ −ln p_y over the pixels, each with its weight. A sum, not a mean: images of a batch are
 * attacked each by itself, and the sign of the gradient does not know its length.
 */
final class PixelLoss {

    /** The weights are those of right and of wrong pixels. */
    private static final String TOTAL = """
            def forward(self, log_p: Tensor, labels: Tensor, weights: Tensor) -> Tensor:
              wrong = torch.type_as(torch.ne(torch.argmax(log_p, 1), labels), log_p)
              weight = torch.add(torch.mul(torch.sub(weights[1], weights[0]), wrong), weights[0])
              log_py = torch.squeeze(torch.gather(log_p, 1, torch.unsqueeze(labels, 1)), 1)
              return torch.neg(torch.sum(torch.mul(log_py, weight)))
            """;

    private static final String OF_EACH = """
            def forward(self, log_p: Tensor, labels: Tensor) -> Tensor:
              log_py = torch.squeeze(torch.gather(log_p, 1, torch.unsqueeze(labels, 1)), 1)
              return torch.neg(torch.sum(log_py, [1, 2]))
            """;

    private final Script total;
    private final Script ofEach;

    PixelLoss(NDManager owner) {
        this.total = Script.compile(owner, TOTAL);
        this.ofEach = Script.compile(owner, OF_EACH);
    }

    /** A scalar; weights are those of a right and of a wrong pixel. */
    NDArray total(NDArray logProbabilities, NDArray labels, NDArray weights) {
        return total.call(logProbabilities, labels, weights);
    }

    /** One per image, every pixel counting alike. */
    NDArray ofEach(NDArray logProbabilities, NDArray labels) {
        return ofEach.call(logProbabilities, labels);
    }
}
