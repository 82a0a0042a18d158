/** Names that are computed, not drawn: UUIDv5 and keyed hashes. */
@NullMarked
package dev.auricle.schemas.identity;

import org.jspecify.annotations.NullMarked;
