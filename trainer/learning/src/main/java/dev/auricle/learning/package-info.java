/** Networks, losses, augmentation and metrics. */
@NullMarked
package dev.auricle.learning;

import org.jspecify.annotations.NullMarked;
