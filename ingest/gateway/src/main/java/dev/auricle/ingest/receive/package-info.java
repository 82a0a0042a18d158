/** Takes instances from the PACS and answers for them only when they are in the log. */
@NullMarked
package dev.auricle.ingest.receive;

import org.jspecify.annotations.NullMarked;
