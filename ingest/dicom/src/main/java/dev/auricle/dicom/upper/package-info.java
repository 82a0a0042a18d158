/**
 * The upper layer's protocol machine (PS3.8, section 9.2) as the standard has it: states, events, actions and the table that
 * binds them. It knows no sockets and no time; both are given to it.
 */
@NullMarked
package dev.auricle.dicom.upper;

import org.jspecify.annotations.NullMarked;
