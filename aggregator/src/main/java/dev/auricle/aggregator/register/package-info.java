/** Enters a model into the register once all its shards are merged. */
@NullMarked
package dev.auricle.aggregator.register;

import org.jspecify.annotations.NullMarked;
