/** Composes centres that are unlike each other: their images, how their readers draw, what they learn and are judged on. */
@NullMarked
package dev.auricle.learning.centre;

import org.jspecify.annotations.NullMarked;
