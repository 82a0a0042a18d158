package dev.auricle.aggregator.merge;

import dev.auricle.aggregator.AggregatorException;

/** Contributions that cannot become one shard. */
public final class UnableToMerge extends AggregatorException {
    UnableToMerge(String message) {
        super(message);
    }
}
