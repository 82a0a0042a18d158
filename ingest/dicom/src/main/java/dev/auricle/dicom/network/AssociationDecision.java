package dev.auricle.dicom.network;

import dev.auricle.dicom.pdu.AssociateReject;
import dev.auricle.dicom.pdu.ContextResult;
import java.util.List;
import java.util.Map;

/** What a policy says to a proposal. */
public sealed interface AssociationDecision {
    /**
     * Yes, in these contexts.
     *
     * @param contexts one for each proposed
     * @param attributes what the policy knows of the peer, carried to {@link StoreRequest#association()}
     */
    record Accept(List<ContextResult> contexts, Map<String, String> attributes) implements AssociationDecision {
        public Accept {
            contexts = List.copyOf(contexts);
            attributes = Map.copyOf(attributes);
        }
    }

    /** No; the constants of {@link AssociateReject} are the usual reasons. */
    record Reject(AssociateReject reason) implements AssociationDecision {}
}
