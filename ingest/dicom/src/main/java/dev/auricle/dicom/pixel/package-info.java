/**
 * Samples out of an image's bytes, as numbers: grey values of the modality, colours, and what is displayed (PS3.3,
 * C.7.6.3 and C.11).
 */
@NullMarked
package dev.auricle.dicom.pixel;

import org.jspecify.annotations.NullMarked;
