/** Runs a federation in one process, without brokers: the same learning and the same merging. */
@NullMarked
package dev.auricle.deploy.rehearse;

import org.jspecify.annotations.NullMarked;
