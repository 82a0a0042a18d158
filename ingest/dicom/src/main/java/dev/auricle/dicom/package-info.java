/** The DICOM toolkit; what it offers lies in the packages below, in the order the module's README gives. */
@NullMarked
package dev.auricle.dicom;

import org.jspecify.annotations.NullMarked;
