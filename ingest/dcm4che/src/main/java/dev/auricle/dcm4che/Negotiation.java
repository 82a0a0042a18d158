package dev.auricle.dcm4che;

import dev.auricle.dicom.network.AssociationDecision;
import dev.auricle.dicom.network.AssociationInfo;
import dev.auricle.dicom.network.AssociationPolicy;
import dev.auricle.dicom.network.AssociationProposal;
import dev.auricle.dicom.network.Services;
import dev.auricle.dicom.pdu.ProposedContext;
import dev.auricle.dicom.pdu.UserItem;
import java.io.IOException;
import java.util.List;
import org.dcm4che3.net.Association;
import org.dcm4che3.net.AssociationHandler;
import org.dcm4che3.net.pdu.AAssociateAC;
import org.dcm4che3.net.pdu.AAssociateRJ;
import org.dcm4che3.net.pdu.AAssociateRQ;
import org.dcm4che3.net.pdu.PresentationContext;
import org.dcm4che3.net.pdu.RoleSelection;
import org.dcm4che3.net.pdu.UserIdentityAC;
import org.jspecify.annotations.Nullable;

/** Has the policy answer a request for association; dcm4che has looked at its form before. */
final class Negotiation extends AssociationHandler {
    private final AssociationPolicy policy;
    private final Services services;

    Negotiation(AssociationPolicy policy, Services services) {
        this.policy = policy;
        this.services = services;
    }

    @Override
    protected AAssociateAC makeAAssociateAC(
            Association association, AAssociateRQ request, @Nullable UserIdentityAC identity) throws IOException {
        var host = association.getSocket().getInetAddress().getHostAddress();
        var decision = policy.decide(proposal(request, host));
        if (decision instanceof AssociationDecision.Reject reject) {
            var reason = reject.reason();
            throw new AAssociateRJ(reason.result(), reason.source(), reason.reason());
        }
        var accept = (AssociationDecision.Accept) decision;
        var info = new AssociationInfo(request.getCalledAET(), request.getCallingAET(), host, accept.attributes());
        association.setProperty(Performing.INFO, info);
        return answer(association, request, accept);
    }

    private AAssociateAC answer(Association association, AAssociateRQ request, AssociationDecision.Accept accept) {
        var answer = new AAssociateAC();
        answer.setCalledAET(request.getCalledAET());
        answer.setCallingAET(request.getCallingAET());
        answer.setMaxPDULength(association.getConnection().getReceivePDULength());
        answer.setMaxOpsInvoked(1);
        answer.setMaxOpsPerformed(1);
        accept.contexts()
                .forEach(context -> answer.addPresentationContext(
                        new PresentationContext(context.id(), context.outcome().code(), context.transferSyntax())));
        request.getRoleSelections()
                .forEach(role -> answer.addRoleSelection(new RoleSelection(
                        role.getSOPClassUID(), role.isSCU(), role.isSCP() && isGranted(role, accept))));
        UserWords.addAnswers(accept.answers(), answer);
        return answer;
    }

    private boolean isGranted(RoleSelection role, AssociationDecision.Accept accept) {
        var asked = new UserItem.RoleSelection(role.getSOPClassUID(), role.isSCU(), role.isSCP());
        return services.areUserOf(role.getSOPClassUID()) || accept.answers().contains(asked);
    }

    private static AssociationProposal proposal(AAssociateRQ request, String host) {
        var contexts = request.getPresentationContexts().stream()
                .map(context -> new ProposedContext(
                        context.getPCID(), context.getAbstractSyntax(), List.of(context.getTransferSyntaxes())))
                .toList();
        return new AssociationProposal(
                request.getCalledAET(), request.getCallingAET(), host, contexts, UserWords.of(request));
    }
}
