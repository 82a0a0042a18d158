/** The DICOM toolkit. */
@NullMarked
package dev.auricle.dicom;

import org.jspecify.annotations.NullMarked;
