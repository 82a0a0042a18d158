/** Hands results over until they are taken, or says what could not be. */
@NullMarked
package dev.auricle.inference.deliver;

import org.jspecify.annotations.NullMarked;
