/** A model as one vector of floats, cut into shards of fixed length. */
@NullMarked
package dev.auricle.schemas.shard;

import org.jspecify.annotations.NullMarked;
