/** Starts PyTorch in this process and gives what DJL lacks: operators as scripts, gradients from any thread. */
@NullMarked
package dev.auricle.learning.engine;

import org.jspecify.annotations.NullMarked;
