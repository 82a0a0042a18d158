/** Makes slices of one size and spacing. */
@NullMarked
package dev.auricle.ingest.prepare;

import org.jspecify.annotations.NullMarked;
