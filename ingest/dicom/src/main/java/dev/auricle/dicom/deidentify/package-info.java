/**
 * Takes the patient out of objects: the Basic Application Level Confidentiality Profile with its options (PS3.15, annex
 * E), and text that is burned into pixels.
 */
@NullMarked
package dev.auricle.dicom.deidentify;

import org.jspecify.annotations.NullMarked;
