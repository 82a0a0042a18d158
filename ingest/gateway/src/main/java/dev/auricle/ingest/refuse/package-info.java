/** Names everything that a series can be refused for. */
@NullMarked
package dev.auricle.ingest.refuse;

import org.jspecify.annotations.NullMarked;
