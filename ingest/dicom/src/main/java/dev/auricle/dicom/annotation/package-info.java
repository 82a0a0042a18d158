/**
 * Objects that say what is where in an image: segmentations (PS3.3, A.51, A.101) read and written, structure sets (A.19)
 * read, and the shapes of those that draw. Each becomes masks in the image's own geometry.
 */
@NullMarked
package dev.auricle.dicom.annotation;

import org.jspecify.annotations.NullMarked;
