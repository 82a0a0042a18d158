/**
 * Associations and the two services this house needs of them, Verification and Storage, as provider and as user
 * (PS3.7, PS3.8). {@link dev.auricle.dicom.network.DicomNetwork} is the seam: everything public here can be implemented
 * by another toolkit.
 */
@NullMarked
package dev.auricle.dicom.network;

import org.jspecify.annotations.NullMarked;
