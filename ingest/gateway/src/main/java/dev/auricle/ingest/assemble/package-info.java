/** Decides when a series is complete. */
@NullMarked
package dev.auricle.ingest.assemble;

import org.jspecify.annotations.NullMarked;
