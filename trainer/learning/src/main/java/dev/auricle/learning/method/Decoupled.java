package dev.auricle.learning.method;

import ai.djl.ndarray.NDManager;
import dev.auricle.learning.network.DecoupledNetwork;
import dev.auricle.learning.network.DecoupledSpec;
import dev.auricle.learning.state.Layout;
import dev.auricle.learning.state.ModelState;

/**
 * Decoupled distributed learning (Gao, Li, Wu, Wang, Zhuang, MICCAI 2022), trained to be robust: one generic model for
 * everybody, and at each site a small network that says how the site's labels lean.
 *
 * <pre>
 * global: p = f_θ(x, z)      local: W_k(x, z)·p      z from the prior p_ψ(z | x)
 *
 * loss = CE(W·p, y) + NR(p, y) + α·TR(W) + β·KL(q ‖ p) + λ·ADV
 * </pre>
 *
 * <p>CE teaches W and f together to say what the site says; NR teaches f what the sites agree on, and forgives it what
 * they do not. θ, ψ, φ are merged by n_k / N; the adaptation network and the discriminator never leave.
 *
 * <p>A site that joins late starts from the federation's model and a W near the identity, so that its own prediction is
 * the federation's.
 *
 * @see dev.auricle.learning.loss.DecoupledTerms
 */
public final class Decoupled implements Method {

    private final DecoupledSpec spec;
    private final DecoupledWeights weights;
    private final Partition partition;

    /** With networks of that size and terms of these weights. */
    public Decoupled(DecoupledSpec spec, DecoupledWeights weights) {
        this.spec = spec;
        this.weights = weights;
        this.partition = new Partition(spec.layout(), DecoupledSpec::stays);
    }

    @Override
    public int classes() {
        return spec.unet().classes();
    }

    @Override
    public Layout shared() {
        return partition.shared();
    }

    @Override
    public Layout personal() {
        return partition.personal();
    }

    @Override
    public boolean hasGlobalModel() {
        return true;
    }

    @Override
    public ModelState initialShared(long seed) {
        return partition.split(spec.initialState(seed)).shared();
    }

    @Override
    public PersonalState initialPersonal(ModelState shared, long seed) {
        return partition.split(spec.initialState(seed)).personal();
    }

    @Override
    public Lesson begin(NDManager owner, SiteModel start, Terms terms) {
        return new DecoupledLesson(owner, load(owner, start), partition, weights, terms);
    }

    @Override
    public Predictor predictor(NDManager owner, View view) {
        if (view instanceof View.Local local) {
            return DecoupledPredictor.local(load(owner, local.model()));
        }
        return DecoupledPredictor.global(load(owner, withoutSite(view.shared())));
    }

    /** Loads a site's model to see how far its W is from the identity; native memory belongs to the owner. */
    public Leaning leaning(NDManager owner, SiteModel model) {
        return new Leaning(load(owner, model));
    }

    /** The personal tensors are there and do not matter. */
    private SiteModel withoutSite(ModelState shared) {
        return new SiteModel(shared, initialPersonal(shared, 0));
    }

    private DecoupledNetwork load(NDManager owner, SiteModel model) {
        DecoupledNetwork network = spec.build(owner);
        network.parameters().load(partition.join(model));
        return network;
    }
}
