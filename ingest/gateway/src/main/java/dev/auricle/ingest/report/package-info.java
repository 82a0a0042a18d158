/** Tells what became of the series that came. */
@NullMarked
package dev.auricle.ingest.report;

import org.jspecify.annotations.NullMarked;
