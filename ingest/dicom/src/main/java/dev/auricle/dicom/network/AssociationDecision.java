package dev.auricle.dicom.network;

import dev.auricle.dicom.pdu.AssociateReject;
import dev.auricle.dicom.pdu.ContextResult;
import dev.auricle.dicom.pdu.UserItem;
import java.util.List;
import java.util.Map;

/** What a policy says to a proposal. */
public sealed interface AssociationDecision {
    /**
     * Yes, in these contexts.
     *
     * @param contexts one for each proposed
     * @param attributes what the policy knows of the peer, carried to {@link StoreRequest#association()}
     * @param answers to what the peer says of itself: roles that are granted as they were asked for, extended
     *     negotiation, a user's identity. What is not answered is refused
     */
    record Accept(List<ContextResult> contexts, Map<String, String> attributes, List<UserItem> answers)
            implements AssociationDecision {
        public Accept {
            contexts = List.copyOf(contexts);
            attributes = Map.copyOf(attributes);
            answers = List.copyOf(answers);
        }

        /** With nothing but the contexts. */
        public Accept(List<ContextResult> contexts, Map<String, String> attributes) {
            this(contexts, attributes, List.of());
        }
    }

    /** No; the constants of {@link AssociateReject} are the usual reasons. */
    record Reject(AssociateReject reason) implements AssociationDecision {}
}
