/**
 * Objects that say what is where in an image: segmentations (PS3.3, A.51) read and written, structure sets (PS3.3,
 * A.19) read. Each becomes masks in the image's own geometry.
 */
@NullMarked
package dev.auricle.dicom.annotation;

import org.jspecify.annotations.NullMarked;
