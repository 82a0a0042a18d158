package dev.auricle.dicom.network;

import dev.auricle.dicom.pdu.AssociateReject;
import dev.auricle.dicom.pdu.AssociateRequest;
import dev.auricle.dicom.pdu.AssociationTitles;
import dev.auricle.dicom.pdu.PdvHeader;
import dev.auricle.dicom.pdu.ProposedContext;
import java.util.HashSet;
import java.util.Optional;

/** What a request must be before anybody is asked about it (PS3.8, 9.3.2). */
final class RequestRules {
    private static final int EVEN = 2;

    private RequestRules() {}

    /** The first rule it breaks, as an answer. */
    static Optional<AssociateReject> objection(AssociateRequest request) {
        if (!request.speaksVersion1()) {
            return Optional.of(AssociateReject.PROTOCOL_VERSION_NOT_SUPPORTED);
        }
        if (!request.titles().applicationContext().equals(AssociationTitles.DICOM)) {
            return Optional.of(AssociateReject.APPLICATION_CONTEXT_NOT_SUPPORTED);
        }
        return hasProperContexts(request) && canTake(request.user().maximumLength())
                ? Optional.empty()
                : Optional.of(AssociateReject.NO_REASON_GIVEN_BY_PROVIDER);
    }

    /** Whether a unit with something in it fits; 0 is any length. */
    static boolean canTake(long maximumLength) {
        return maximumLength == 0 || maximumLength >= PdvHeader.COUNTED + EVEN;
    }

    /** At least one, each with an odd number of its own and a transfer syntax. */
    private static boolean hasProperContexts(AssociateRequest request) {
        var numbers = new HashSet<Integer>();
        return !request.contexts().isEmpty()
                && request.contexts().stream().allMatch(context -> isProper(context) && numbers.add(context.id()));
    }

    private static boolean isProper(ProposedContext context) {
        return context.id() % 2 == 1
                && !context.abstractSyntax().isEmpty()
                && !context.transferSyntaxes().isEmpty();
    }
}
