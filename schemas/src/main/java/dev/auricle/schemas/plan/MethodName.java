package dev.auricle.schemas.plan;

/** How sites learn together. */
public enum MethodName {
    /** One model for all (McMahan et al., AISTATS 2017). */
    FEDAVG,
    /** The same, and no site strays far from it (Li et al., MLSys 2020). */
    FEDPROX,
    /** Normalisation stays at the site (Li et al., ICLR 2021). */
    FEDBN,
    /** The last layer stays at the site (Arivazhagan et al., 2019). */
    FEDPER,
    /** The same, learned in turns: first the last layer, then the rest (Collins et al., ICML 2021). */
    FEDREP,
    /** One model for all, and a second one at each site that is held near it (Li et al., ICML 2021). */
    DITTO,
    /** One model for all, and a small network at each site that says how the site's labels differ: the patent's. */
    DECOUPLED,
    /** Each site by itself: what a federation is measured against. */
    LOCAL,
    /** All samples in one place, which no hospital allows: the upper bound, in simulations only. */
    CENTRALISED
}
