package dev.auricle.dicom.network;

import dev.auricle.dicom.pdu.ProposedContext;
import dev.auricle.dicom.pdu.UserInformation;
import java.util.List;

/**
 * A peer's wish to associate, for a policy to decide on.
 *
 * @param calledAe the AE title it calls us by
 * @param callingAe the AE title it calls itself
 * @param remoteHost the address it connects from
 */
public record AssociationProposal(
        String calledAe, String callingAe, String remoteHost, List<ProposedContext> contexts, UserInformation user) {
    public AssociationProposal {
        contexts = List.copyOf(contexts);
    }
}
