/** Grey samples out of an image's bytes, as numbers (PS3.3, C.7.6.3; PS3.5, 8). */
@NullMarked
package dev.auricle.dicom.pixel;

import org.jspecify.annotations.NullMarked;
