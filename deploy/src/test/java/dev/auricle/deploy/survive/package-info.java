/** Processes are killed, and what they leave behind is what it would have been. */
@NullMarked
package dev.auricle.deploy.survive;

import org.jspecify.annotations.NullMarked;
