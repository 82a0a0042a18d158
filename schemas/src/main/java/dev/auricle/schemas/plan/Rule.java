package dev.auricle.schemas.plan;

/** How the contributions to a round become one model. */
public enum Rule {
    /** θ = Σ (n_k / N) θ_k, weighted by numbers of samples (McMahan et al., AISTATS 2017; equation 5 of the patent). */
    FEDAVG
}
