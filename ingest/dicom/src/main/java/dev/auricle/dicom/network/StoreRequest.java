package dev.auricle.dicom.network;

import dev.auricle.dicom.dictionary.Uids;

/**
 * What a C-STORE-RQ says before its data set comes (PS3.7, 9.3.1).
 *
 * @param sopClass Affected SOP Class UID
 * @param sopInstance Affected SOP Instance UID; identifies a patient's image, so not to be logged
 * @param transferSyntax UID of the encoding of the data set to come
 */
public record StoreRequest(AssociationInfo association, String sopClass, String sopInstance, String transferSyntax) {
    /** Without the instance. */
    @Override
    public String toString() {
        return Uids.name(sopClass) + " in " + Uids.name(transferSyntax) + " from " + association.callingAe();
    }
}
