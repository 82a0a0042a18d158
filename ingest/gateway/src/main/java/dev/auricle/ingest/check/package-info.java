/** Refuses what cannot be learned from or segmented, with a reason. */
@NullMarked
package dev.auricle.ingest.check;

import org.jspecify.annotations.NullMarked;
