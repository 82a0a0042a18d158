/**
 * Associations and the services this house needs of them (PS3.7, PS3.8): Verification, Storage and Storage Commitment
 * as provider and as user, query and retrieve as user. {@link dev.auricle.dicom.network.DicomNetwork} is the seam:
 * everything public here can be implemented by another toolkit.
 */
@NullMarked
package dev.auricle.dicom.network;

import org.jspecify.annotations.NullMarked;
