/** The auricle command. */
@NullMarked
package dev.auricle.deploy.launch;

import org.jspecify.annotations.NullMarked;
