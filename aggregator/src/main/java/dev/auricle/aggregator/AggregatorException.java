package dev.auricle.aggregator;

/** Root of everything the aggregator throws. */
public abstract class AggregatorException extends RuntimeException {
    /** With a message that says what was refused. */
    protected AggregatorException(String message) {
        super(message);
    }
}
