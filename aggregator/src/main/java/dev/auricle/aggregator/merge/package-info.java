/** Folds the sites' shards into the model's, one after the other, in site order. */
@NullMarked
package dev.auricle.aggregator.merge;

import org.jspecify.annotations.NullMarked;
