package dev.auricle.learning.method;

import ai.djl.ndarray.NDManager;
import dev.auricle.learning.draw.RandomDraw;
import dev.auricle.learning.state.Layout;
import dev.auricle.learning.state.ModelState;

/**
 * A federated learning method: everything in which one method differs from another.
 *
 * <p>Each round runs the same way for all of them:
 *
 * <pre>
 *        hub                            site k
 *  shared ───────────────▶ ┌───────────────────────────┐
 *                          │ lesson: (shared, personal) │ ◀── personal, from the site's own keeping
 *                          │   + samples, step by step  │
 *  Σ n_k/N sharedₖ ◀────── └───────────────────────────┘ ──▶ personal′
 * </pre>
 *
 * <p>The method says, in {@link #shared} and {@link #personal} and nowhere else, which tensor is which. The types keep
 * them apart from there on: what travels is a {@link ModelState} of the shared layout, what stays is a
 * {@link PersonalState}.
 *
 * <p>A method is a value: it keeps nothing between calls, and draws nothing but from the seeds it is given. To add one,
 * see {@link FedProx} for a method that changes the loss, {@link FedBn} for one that changes what is shared, and
 * {@link Ditto} for one with a second model.
 */
public interface Method {

    /** Classes, the background among them: labels are 0 … classes − 1. */
    int classes();

    /** The tensors that leave the site and are merged. May be none. */
    Layout shared();

    /** The tensors that never leave the site. May be none. */
    Layout personal();

    /** What the federation begins with, a function of the seed alone: the same bits at every site. */
    ModelState initialShared(long seed);

    /**
     * What a site begins with when it joins, in the first round or later. As far as the method allows, the site's
     * prediction is then the federation's.
     *
     * @param shared the federation's model at that time
     * @param seed the site's own
     */
    PersonalState initialPersonal(ModelState shared, long seed);

    /** Loads a site's model to learn from there on; native memory belongs to the owner. */
    Lesson begin(NDManager owner, SiteModel start, Terms terms);

    /**
     * Loads a model to predict with; native memory belongs to the owner.
     *
     * @throws NoSuchView if the method has no model for everybody and one is asked for
     */
    Predictor predictor(NDManager owner, View view);

    /** Whether the shared tensors alone are a model: whether {@link View.Global} can be asked for. */
    boolean hasGlobalModel();

    /** The model of a site that joins a federation which has come as far as {@code shared}. */
    default SiteModel join(ModelState shared, long seed, String site) {
        long seedOfSite = RandomDraw.of(seed, RandomDraw.key(site)).nextLong();
        return new SiteModel(shared, initialPersonal(shared, seedOfSite));
    }
}
