/** Brings a series and its annotations together. */
@NullMarked
package dev.auricle.ingest.label;

import org.jspecify.annotations.NullMarked;
