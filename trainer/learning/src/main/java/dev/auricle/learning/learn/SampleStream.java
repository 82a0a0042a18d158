package dev.auricle.learning.learn;

import java.util.Optional;

/** One pass over samples. Used by one thread. */
public interface SampleStream extends AutoCloseable {

    /** The next sample, or empty at the end. */
    Optional<Sample> next();

    @Override
    void close();
}
