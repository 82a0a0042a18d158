package dev.auricle.learning.method;

import dev.auricle.learning.state.Layout;
import dev.auricle.learning.state.ModelState;
import java.util.List;

/**
 * The part of a model that never leaves its site. A type of its own, so that it cannot be given where a model to send is
 * taken; only the site's own topic may hold its bytes.
 *
 * @param state of the method's personal layout
 */
public record PersonalState(ModelState state) {

    /** Of a method that keeps nothing. */
    public static PersonalState none() {
        return new PersonalState(ModelState.of(new Layout(List.of()), new float[0]));
    }
}
