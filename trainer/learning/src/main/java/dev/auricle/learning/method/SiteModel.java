package dev.auricle.learning.method;

import dev.auricle.learning.state.ModelState;

/**
 * All that a site predicts with: its copy of what everybody has, and its own.
 *
 * @param shared of the method's shared layout: may be sent
 * @param personal of its personal layout: may not
 */
public record SiteModel(ModelState shared, PersonalState personal) {

    /** False as soon as one value is NaN or infinite: such a model must be neither sent nor kept. */
    public boolean isFinite() {
        return shared.isFinite() && personal.state().isFinite();
    }
}
