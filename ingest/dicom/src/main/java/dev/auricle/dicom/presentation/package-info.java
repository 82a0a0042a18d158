/** Presentation states (PS3.3, A.33): the graphics that somebody drew on images. */
@NullMarked
package dev.auricle.dicom.presentation;

import org.jspecify.annotations.NullMarked;
