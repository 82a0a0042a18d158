package dev.auricle.dicom.pdu;

import java.util.List;

/** A-ASSOCIATE-AC: the association is there, in these contexts (PS3.8, 9.3.3). */
public record AssociateAccept(AssociationTitles titles, List<ContextResult> contexts, UserInformation user)
        implements Pdu {
    public AssociateAccept {
        contexts = List.copyOf(contexts);
    }
}
