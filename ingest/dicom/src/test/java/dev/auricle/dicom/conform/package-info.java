/** What every implementation of {@link dev.auricle.dicom.network.DicomNetwork} has to do, as tests to inherit. */
@NullMarked
package dev.auricle.dicom.conform;

import org.jspecify.annotations.NullMarked;
