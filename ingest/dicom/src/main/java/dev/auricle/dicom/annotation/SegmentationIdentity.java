package dev.auricle.dicom.annotation;

import dev.auricle.dicom.dictionary.Uids;

/**
 * The UIDs and numbers a segmentation is to have. The same identity makes the same object.
 *
 * @param seriesNumber shown in the list of a study's series
 */
public record SegmentationIdentity(
        String seriesInstanceUid, int seriesNumber, String sopInstanceUid, int instanceNumber) {
    public SegmentationIdentity {
        for (var uid : new String[] {seriesInstanceUid, sopInstanceUid}) {
            if (!Uids.isValid(uid)) {
                throw new IllegalArgumentException("not a UID: " + uid);
            }
        }
    }
}
