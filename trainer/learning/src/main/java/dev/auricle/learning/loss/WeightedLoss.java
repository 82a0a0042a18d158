package dev.auricle.learning.loss;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;

/** The sum of losses, each times its weight: Σ wⱼ·Lⱼ. A loss of weight 0 is not computed. */
public final class WeightedLoss implements Loss {

    private final List<Term> terms;

    /** One loss and its factor, which must be above 0. */
    public record Term(double weight, Loss loss) {

        /** Refuses a factor that would hide the loss. */
        public Term {
            if (!(weight > 0)) {
                throw new IllegalArgumentException("the weight of a loss must be above 0, not " + weight);
            }
        }
    }

    /** The sum of these terms, added up in this order. */
    public WeightedLoss(List<Term> terms) {
        if (terms.isEmpty()) {
            throw new IllegalArgumentException("a sum of losses needs at least one");
        }
        this.terms = List.copyOf(terms);
    }

    /** Cross entropy and soft Dice with these weights. */
    public static WeightedLoss of(LossWeights weights) {
        List<Term> terms = new ArrayList<>();
        if (weights.crossEntropy() > 0) {
            terms.add(new Term(weights.crossEntropy(), new CrossEntropy()));
        }
        if (weights.dice() > 0) {
            terms.add(new Term(weights.dice(), new SoftDice()));
        }
        return new WeightedLoss(terms);
    }

    @Override
    public NDArray of(NDArray logits, NDArray labels) {
        return terms.stream()
                .map(term -> weighted(term, logits, labels))
                .reduce(NDArray::add)
                .orElseThrow();
    }

    /** The factor takes the loss's type: between two scalars the engine would take the wider one. */
    private static NDArray weighted(Term term, NDArray logits, NDArray labels) {
        NDArray factor = logits.getManager().create(term.weight()).toType(logits.getDataType(), false);
        return term.loss().of(logits, labels).mul(factor);
    }
}
