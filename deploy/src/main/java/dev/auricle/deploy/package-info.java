/** The auricle command, its demo and its proofs. */
@NullMarked
package dev.auricle.deploy;

import org.jspecify.annotations.NullMarked;
