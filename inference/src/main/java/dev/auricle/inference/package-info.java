/** Model in, study in; DICOM SEG and FHIR out. */
@NullMarked
package dev.auricle.inference;

import org.jspecify.annotations.NullMarked;
