/** Data sets as JSON and back: the DICOM JSON model of PS3.18 annex F. */
@NullMarked
package dev.auricle.dicom.json;

import org.jspecify.annotations.NullMarked;
