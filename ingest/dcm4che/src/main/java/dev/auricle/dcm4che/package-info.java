/** The seam {@link dev.auricle.dicom.network.DicomNetwork} on dcm4che's {@code Device} and {@code Association}. */
@NullMarked
package dev.auricle.dcm4che;

import org.jspecify.annotations.NullMarked;
