/** Makes studies of hospitals that do not exist: a torso, what a scanner shows of it, and what a reader draws. */
@NullMarked
package dev.auricle.deploy.simulate;

import org.jspecify.annotations.NullMarked;
