package dev.auricle.learning.state;

import dev.auricle.learning.LearningException;

/** A layout has no tensor of that name. */
public final class NoSuchTensor extends LearningException {

    /** Names what was asked for. */
    public NoSuchTensor(String name) {
        super("no tensor is called " + name);
    }
}
