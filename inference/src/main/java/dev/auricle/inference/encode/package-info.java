/** Makes DICOM SEG and FHIR resources of a segmentation, the same ones every time. */
@NullMarked
package dev.auricle.inference.encode;

import org.jspecify.annotations.NullMarked;
