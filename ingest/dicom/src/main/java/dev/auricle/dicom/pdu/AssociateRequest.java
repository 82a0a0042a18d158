package dev.auricle.dicom.pdu;

import java.util.List;

/**
 * A-ASSOCIATE-RQ: the wish to associate (PS3.8, 9.3.2).
 *
 * @param protocolVersion bit 0 set is version 1, the only one there is
 */
public record AssociateRequest(
        int protocolVersion, AssociationTitles titles, List<ProposedContext> contexts, UserInformation user)
        implements Pdu {
    public AssociateRequest {
        contexts = List.copyOf(contexts);
    }

    /** Whether the requestor speaks version 1. */
    public boolean speaksVersion1() {
        return (protocolVersion & 1) == 1;
    }
}
