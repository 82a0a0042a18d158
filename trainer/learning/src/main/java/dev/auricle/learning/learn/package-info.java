/** Learns from samples that are replayed one after the other, predicts with what was learned, and judges it. */
@NullMarked
package dev.auricle.learning.learn;

import org.jspecify.annotations.NullMarked;
