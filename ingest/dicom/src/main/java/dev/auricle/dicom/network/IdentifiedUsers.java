package dev.auricle.dicom.network;

import dev.auricle.dicom.network.AssociationDecision.Accept;
import dev.auricle.dicom.network.AssociationDecision.Reject;
import dev.auricle.dicom.pdu.AssociateReject;
import dev.auricle.dicom.pdu.UserItem;
import dev.auricle.dicom.pdu.UserItem.UserIdentity;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Lets in only peers that say who their user is, and whose word is good (PS3.7, D.3.3.7); others are rejected. Everything
 * else is decided by another policy. A peer that wants to know that it was believed is told.
 *
 * @param known whether an identity is good: a name and passcode that match, a ticket that is valid. Must not block
 */
public record IdentifiedUsers(Predicate<UserIdentity> known, AssociationPolicy others) implements AssociationPolicy {
    @Override
    public AssociationDecision decide(AssociationProposal proposal) {
        var identity = proposal.user().userIdentity();
        if (identity.filter(known).isEmpty()) {
            return new Reject(AssociateReject.NO_REASON_GIVEN);
        }
        var decision = others.decide(proposal);
        return decision instanceof Accept accept && identity.get().responseRequested() ? believed(accept) : decision;
    }

    /** The answer to a name is empty; only a Kerberos ticket has one of its own. */
    private static Accept believed(Accept accept) {
        List<UserItem> answers = Stream.<UserItem>concat(
                        accept.answers().stream(), Stream.of(new UserItem.UserIdentityResponse(Buffer.buffer())))
                .toList();
        return new Accept(accept.contexts(), accept.attributes(), answers);
    }
}
