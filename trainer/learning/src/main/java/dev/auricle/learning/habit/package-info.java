/** Draws labels as another hand would have drawn them: smaller, larger, without what is thin, across what is hollow. */
@NullMarked
package dev.auricle.learning.habit;

import org.jspecify.annotations.NullMarked;
