/** Learns one round from the site's own samples. */
@NullMarked
package dev.auricle.trainer.learn;

import org.jspecify.annotations.NullMarked;
