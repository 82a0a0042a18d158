package dev.auricle.learning.method;

import dev.auricle.learning.state.ModelState;

/** Whose prediction is asked for. */
public sealed interface View {

    /** What everybody has of the model. */
    ModelState shared();

    /** The federation's: for images of any origin. Needs no personal part. */
    record Global(ModelState shared) implements View {}

    /** A site's: leaning to its own images and its own way to label them. */
    record Local(SiteModel model) implements View {

        @Override
        public ModelState shared() {
            return model.shared();
        }
    }
}
