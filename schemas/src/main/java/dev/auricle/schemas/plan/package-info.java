/** The plan of a federation: what is learned, from what, by which rules. */
@NullMarked
package dev.auricle.schemas.plan;

import org.jspecify.annotations.NullMarked;
