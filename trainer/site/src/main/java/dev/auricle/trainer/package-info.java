/** A site's worker: replays its partition, learns, publishes its update. */
@NullMarked
package dev.auricle.trainer;

import org.jspecify.annotations.NullMarked;
