/** A site's data set: an offset range of its partition, replayed. */
@NullMarked
package dev.auricle.trainer.replay;

import org.jspecify.annotations.NullMarked;
