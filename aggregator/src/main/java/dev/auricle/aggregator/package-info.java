/** The hub: coordinates rounds, merges shards, registers models. */
@NullMarked
package dev.auricle.aggregator;

import org.jspecify.annotations.NullMarked;
