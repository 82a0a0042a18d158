/** Reads what the log holds: by pointer, by model version, or as it grows. */
@NullMarked
package dev.auricle.schemas.log;

import org.jspecify.annotations.NullMarked;
