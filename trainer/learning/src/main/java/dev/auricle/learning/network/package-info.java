/** Builds networks: what they look like, their initial parameters, and their forward pass. */
@NullMarked
package dev.auricle.learning.network;

import org.jspecify.annotations.NullMarked;
