package dev.auricle.dicom.network;

import java.util.Map;

/** Decides who may associate, and about what. */
@FunctionalInterface
public interface AssociationPolicy {
    /** Called on an event loop; must not block. */
    AssociationDecision decide(AssociationProposal proposal);

    /** Accepts everybody, in the contexts the context policy accepts. */
    static AssociationPolicy anybody(ContextPolicy contexts) {
        return proposal -> new AssociationDecision.Accept(contexts.answer(proposal.contexts()), Map.of());
    }
}
