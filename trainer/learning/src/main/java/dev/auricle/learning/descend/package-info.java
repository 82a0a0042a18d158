/** Goes downhill: from a recorded loss to changed parameters. */
@NullMarked
package dev.auricle.learning.descend;

import org.jspecify.annotations.NullMarked;
