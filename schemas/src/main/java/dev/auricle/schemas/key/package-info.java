/** Record keys with several parts, written as one readable path. */
@NullMarked
package dev.auricle.schemas.key;

import org.jspecify.annotations.NullMarked;
