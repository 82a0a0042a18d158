package dev.auricle.learning.method;

import dev.auricle.learning.LearningException;

/** A global prediction is asked of a method whose shared tensors alone are no model. */
public final class NoSuchView extends LearningException {

    /** Names the method. */
    public NoSuchView(String method) {
        super(method + " has no global model, only those of its sites");
    }
}
