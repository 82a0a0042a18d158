package dev.auricle.learning.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import dev.auricle.learning.engine.Script;

/**
 * The terms of the decoupled method's loss (seed (6)–(8); Gao, Li, Wu, Wang, Zhuang, MICCAI 2022), y being the site's own
 * label:
 *
 * <pre>
 * 0  CE    mean over pixels of −ln (W·p)_y
 * 1  NR    mean over pixels of (1 − p_y^q) / q        generalised cross entropy: q → 0 is −ln p_y, q = 1 is 1 − p_y
 *                                                      (Zhang, Sabuncu, NeurIPS 2018)
 * 2  TR    mean over pixels of the trace of W          made small: W is to say what differs
 * 3  HOLD  max(0, 0.9 · classes − TR)                  made small instead of TR at first: keeps W near the identity
 *                                                      without pushing it there for good, as −TR would
 * 4  KL    KL(N(μ_q, σ_q) ‖ N(μ_p, σ_p)), mean over images, sum over the dimensions of z
 * 5  ADV   mean over attacked images of −ln D(x′, p)
 * </pre>
 *
 * <p>Everything arrives as a logarithm and stays one as long as it can: p = 0 and p = 1, D = 0 and D = 1 give finite terms
 * and gradients. W·p is a probability already; there is no second softmax. All terms come from one call into native code,
 * as one vector, so that the loss is its product with a vector of weights.
 */
public final class DecoupledTerms {

    /** How many there are. */
    public static final int COUNT = 6;

    /** TR per class below which W is no longer near enough to the identity. */
    private static final double HELD_TRACE = 0.9;

    private static final String SOURCE = """
            def forward(self, log_p: Tensor, q: List[Tensor], parts: List[Tensor]) -> Tensor:
              labels = torch.unsqueeze(parts[5], 1)
              ce = torch.neg(torch.mean(torch.gather(parts[0], 1, labels)))
              log_py = torch.gather(log_p, 1, labels)
              nr = torch.neg(torch.mean(torch.div(torch.expm1(torch.mul(log_py, q[0])), q[0])))
              traces = torch.sum(torch.exp(torch.diagonal(parts[1], 0, 1, 2)), [-1])
              tr = torch.mean(traces)
              held = torch.relu(torch.add(torch.neg(tr), %s * torch.size(log_p, 1)))
              latent = torch.floordiv(torch.size(parts[2], 1), 2)
              mean_q = torch.narrow(parts[2], 1, 0, latent)
              log_q = torch.narrow(parts[2], 1, latent, latent)
              mean_p = torch.narrow(parts[3], 1, 0, latent)
              log_p_of_z = torch.narrow(parts[3], 1, latent, latent)
              apart = torch.mul(torch.sub(mean_q, mean_p), torch.exp(torch.neg(log_p_of_z)))
              ratio = torch.sub(log_q, log_p_of_z)
              squares = torch.add(torch.exp(torch.mul(ratio, 2.0)), torch.mul(apart, apart))
              per_dimension = torch.sub(torch.mul(torch.sub(squares, 1.0), 0.5), ratio)
              kl = torch.mean(torch.sum(per_dimension, [1]))
              adv = torch.mul(kl, 0.0)
              if torch.numel(parts[4]) > 0:
                adv = torch.mean(torch.softplus(torch.neg(parts[4])))
              return torch.stack([ce, nr, tr, held, kl, adv])
            """.formatted(HELD_TRACE);

    private final NDArray q;
    private final Script script;

    /**
     * What a batch's terms are computed of.
     *
     * @param logGlobal ln p, [batch, class, row, column]
     * @param logLocal ln(W·p), of the same shape
     * @param logMatrices ln W, [batch, said class, true class, row, column]
     * @param posterior μ and ln σ of q side by side, [batch, 2 · latent]
     * @param prior those of p
     * @param verdicts logits of D for the attacked images, [attacked]; none are allowed
     * @param labels y, [batch, row, column], int64
     */
    public record Parts(
            NDArray logGlobal,
            NDArray logLocal,
            NDArray logMatrices,
            NDArray posterior,
            NDArray prior,
            NDArray verdicts,
            NDArray labels) {}

    /**
     * Compiles them.
     *
     * @param q of NR, above 0 and up to 1, a scalar of the type of the parts
     */
    public DecoupledTerms(NDManager owner, NDArray q) {
        this.q = q;
        this.script = Script.compile(owner, SOURCE);
    }

    /** The vector of the terms, [{@value #COUNT}], owned by the manager of ln p. */
    public NDArray of(Parts parts) {
        NDList others = new NDList(
                parts.logLocal(),
                parts.logMatrices(),
                parts.posterior(),
                parts.prior(),
                parts.verdicts(),
                parts.labels());
        return script.callWithLists(parts.logGlobal(), new NDList(q), others).singletonOrThrow();
    }
}
