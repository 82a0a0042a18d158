/** Decides who is in a round, when it closes and what comes next. */
@NullMarked
package dev.auricle.aggregator.coordinate;

import org.jspecify.annotations.NullMarked;
