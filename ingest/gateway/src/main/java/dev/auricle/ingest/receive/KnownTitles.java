package dev.auricle.ingest.receive;

import dev.auricle.dicom.network.AssociationDecision;
import dev.auricle.dicom.network.AssociationDecision.Accept;
import dev.auricle.dicom.network.AssociationDecision.Reject;
import dev.auricle.dicom.network.AssociationPolicy;
import dev.auricle.dicom.network.AssociationProposal;
import dev.auricle.dicom.network.ContextPolicy;
import dev.auricle.dicom.pdu.AssociateReject;
import dev.auricle.schemas.connect.Hospital;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The called AE title names the site; only callers that the site knows may send, from where it knows them. */
final class KnownTitles implements AssociationPolicy {
    /** The attribute of an association that holds its site. */
    static final String SITE = "site";

    private static final Logger LOG = LoggerFactory.getLogger(KnownTitles.class);

    private final Map<String, Hospital> byTitle;
    private final ContextPolicy contexts = ContextPolicy.archive();

    KnownTitles(List<Hospital> hospitals) {
        byTitle = hospitals.stream().collect(Collectors.toUnmodifiableMap(Hospital::aeTitle, Function.identity()));
    }

    @Override
    public AssociationDecision decide(AssociationProposal proposal) {
        var hospital = byTitle.get(proposal.calledAe());
        if (hospital == null) {
            return reject(proposal, AssociateReject.CALLED_AE_TITLE_NOT_RECOGNIZED);
        }
        if (!hospital.admits(proposal.callingAe(), proposal.remoteHost())) {
            return reject(proposal, AssociateReject.CALLING_AE_TITLE_NOT_RECOGNIZED);
        }
        return new Accept(contexts.answer(proposal.contexts()), Map.of(SITE, hospital.name()));
    }

    private static AssociationDecision reject(AssociationProposal proposal, AssociateReject reason) {
        LOG.atWarn()
                .addKeyValue("called", proposal.calledAe())
                .addKeyValue("calling", proposal.callingAe())
                .addKeyValue("host", proposal.remoteHost())
                .log("association {}", reason);
        return new Reject(reason);
    }
}
