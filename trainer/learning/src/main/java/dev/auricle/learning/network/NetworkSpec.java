package dev.auricle.learning.network;

import ai.djl.ndarray.NDManager;
import dev.auricle.learning.state.Layout;
import dev.auricle.learning.state.ModelState;

/** All there is to know about a network before it is built: equal specifications build equal networks everywhere. */
public interface NetworkSpec {

    /** Classes, the background among them: labels are 0 … classes − 1. */
    int classes();

    /** Names, shapes and order of the parameters. */
    Layout layout();

    /** Parameters to begin with, a function of specification and seed alone: the same bits at every site. */
    ModelState initialState(long seed);

    /** Builds the network with parameters of zero; its native memory belongs to the owner. */
    Network build(NDManager owner);
}
