package dev.auricle.dicom.web;

import dev.auricle.dicom.network.AssociationInfo;
import java.util.Optional;

/** Decides who may store. Called on event loops; must not block. */
@FunctionalInterface
public interface WebAccess {
    /**
     * Decides about one request, before anything of its body is read.
     *
     * @param authorization the header of that name, if there is one
     * @param remoteHost the address that the request comes from
     */
    Decision decide(Optional<String> authorization, String remoteHost);

    /** What is decided. */
    sealed interface Decision {}

    /** It may, as this sender. */
    record Granted(AssociationInfo sender) implements Decision {}

    /** It does not say who it is, or not so that we believe it (401). */
    record Unknown() implements Decision {}

    /** We know who it is, and the answer is no (403). */
    record Forbidden() implements Decision {}
}
