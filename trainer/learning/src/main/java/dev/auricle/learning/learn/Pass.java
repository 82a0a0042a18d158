package dev.auricle.learning.learn;

/** In which order a source gives its samples once. */
public sealed interface Pass {

    /** As they were recorded: to evaluate. */
    record InOrder() implements Pass {}

    /**
     * In the order of {@link BlockOrder}, which these two numbers decide: to learn.
     *
     * @param seed the learner's
     * @param epoch 0, 1, …
     */
    record Shuffled(long seed, int epoch) implements Pass {}
}
