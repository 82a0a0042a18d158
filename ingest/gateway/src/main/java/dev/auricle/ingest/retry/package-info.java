/** Sends refused series through the flow again. */
@NullMarked
package dev.auricle.ingest.retry;

import org.jspecify.annotations.NullMarked;
