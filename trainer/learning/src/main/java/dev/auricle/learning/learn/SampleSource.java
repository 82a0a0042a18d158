package dev.auricle.learning.learn;

/**
 * Where samples come from: a range of a log, or a list. It is gone through once per epoch and never held in memory.
 *
 * <p>Two passes with equal {@link Pass} must give equal samples in equal order; what is learned depends on it.
 */
public interface SampleSource {

    /** Begins a pass. */
    SampleStream open(Pass pass);
}
