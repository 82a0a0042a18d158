/** Measures: against the truth, against what others would have learned, against peers. */
@NullMarked
package dev.auricle.deploy.prove;

import org.jspecify.annotations.NullMarked;
