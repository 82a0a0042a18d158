package dev.auricle.learning.network;

import dev.auricle.learning.LearningException;

/** Images have a shape the network cannot take. */
public final class UnableToFeedNetwork extends LearningException {

    UnableToFeedNetwork(String message) {
        super(message);
    }
}
