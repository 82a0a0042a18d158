package dev.auricle.dicom.upper;

import dev.auricle.dicom.dictionary.DicomException;
import dev.auricle.dicom.pdu.Abort;
import dev.auricle.dicom.pdu.AssociateAccept;
import dev.auricle.dicom.pdu.AssociateReject;
import dev.auricle.dicom.pdu.AssociateRequest;
import dev.auricle.dicom.pdu.Fragment;
import java.util.Optional;

/** Who is told what a machine learns: the indications and confirmations of PS3.8, section 7. */
public interface User {
    /** Why a request cannot even be asked about: the provider's word, before an acceptor has one. */
    default Optional<AssociateReject> objection(AssociateRequest request) {
        return Optional.empty();
    }

    /** Tells an acceptor that somebody wants to associate; {@link Event.Accept} or {@link Event.Reject} answers. */
    default void asked(AssociateRequest request) {}

    /** Tells a requestor that the peer wants to. */
    default void accepted(AssociateAccept answer) {}

    /** Tells a requestor that the peer does not. */
    default void rejected(AssociateReject answer) {}

    void received(Fragment fragment);

    /** The peer has nothing more to say; {@link Event#RELEASE_RESPONSE} answers. */
    void releaseAsked();

    /** Tells who asked for it that the peer agrees to the end. */
    default void released() {}

    /** The peer ended it. */
    void aborted(Abort abort);

    /** It ended by itself: the peer broke the rules, or the connection broke. */
    void failed(DicomException why);
}
