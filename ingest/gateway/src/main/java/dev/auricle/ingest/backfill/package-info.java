/** Brings in what an archive already has: asks for its catalogue, and has sent what the log does not hold. */
@NullMarked
package dev.auricle.ingest.backfill;

import org.jspecify.annotations.NullMarked;
