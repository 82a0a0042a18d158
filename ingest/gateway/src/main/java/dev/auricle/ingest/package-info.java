/** From the PACS to prepared samples: receive, assemble, check, label, deidentify, prepare. */
@NullMarked
package dev.auricle.ingest;

import org.jspecify.annotations.NullMarked;
