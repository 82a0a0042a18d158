/** Publishes an answer: all of it, once. */
@NullMarked
package dev.auricle.trainer.publish;

import org.jspecify.annotations.NullMarked;
