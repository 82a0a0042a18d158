package dev.auricle.dicom.network;

import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.pdu.ProposedContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What we would like to speak of with a peer we call.
 *
 * @param contexts at most 128
 * @param provided UIDs of SOP classes of which we offer to be the provider, as C-GET needs it; of all others we are
 *     the user
 */
public record AssociationOffer(List<ProposedContext> contexts, Set<String> provided) {
    private static final int MOST_CONTEXTS = 128;
    private static final List<String> UNCOMPRESSED =
            List.of(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN.uid(), TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN.uid());
    private static final List<TransferSyntax> COMPRESSED = List.of(
            TransferSyntax.JPEG_LOSSLESS_SV1,
            TransferSyntax.JPEG_2000_LOSSLESS,
            TransferSyntax.JPEG_LS_LOSSLESS,
            TransferSyntax.RLE_LOSSLESS,
            TransferSyntax.JPEG_BASELINE,
            TransferSyntax.JPEG_2000,
            TransferSyntax.JPEG_EXTENDED,
            TransferSyntax.JPEG_LOSSLESS,
            TransferSyntax.JPEG_LS_NEAR_LOSSLESS,
            TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN,
            TransferSyntax.HTJ2K_LOSSLESS,
            TransferSyntax.HTJ2K_LOSSLESS_RPCL,
            TransferSyntax.HTJ2K);

    public AssociationOffer {
        contexts = List.copyOf(contexts);
        provided = Set.copyOf(provided);
        if (contexts.isEmpty() || contexts.size() > MOST_CONTEXTS) {
            throw new IllegalArgumentException("an association has 1 to 128 contexts, got " + contexts.size());
        }
    }

    /** To be the user of these contexts. */
    public static AssociationOffer of(List<ProposedContext> contexts) {
        return new AssociationOffer(contexts, Set.of());
    }

    /** To be the user of one SOP class, its data sets not compressed. */
    public static AssociationOffer of(String sopClass) {
        return of(List.of(new ProposedContext(1, sopClass, UNCOMPRESSED)));
    }

    /** To be the provider of storage commitment, to report to who asked for it. */
    public static AssociationOffer reporting() {
        return new AssociationOffer(of(CommitmentRequest.SOP_CLASS).contexts(), Set.of(CommitmentRequest.SOP_CLASS));
    }

    /**
     * To be the user of a retrieval on the same association, and the provider of what it brings. A peer chooses one
     * transfer syntax of a context, so each class has a context of its own for what is not compressed and then, as far
     * as the numbers reach, one for each compressed syntax, the most usual first. At most 127 classes.
     */
    public static AssociationOffer retrieving(String retrieval, List<String> sopClasses) {
        var contexts = new ArrayList<ProposedContext>();
        contexts.add(new ProposedContext(1, retrieval, UNCOMPRESSED));
        sopClasses.forEach(sopClass -> contexts.add(context(contexts.size(), sopClass, UNCOMPRESSED)));
        for (var syntax : COMPRESSED) {
            for (var sopClass : sopClasses) {
                if (contexts.size() < MOST_CONTEXTS) {
                    contexts.add(context(contexts.size(), sopClass, List.of(syntax.uid())));
                }
            }
        }
        return new AssociationOffer(contexts, Set.copyOf(sopClasses));
    }

    private static ProposedContext context(int place, String sopClass, List<String> syntaxes) {
        return new ProposedContext(2 * place + 1, sopClass, syntaxes);
    }
}
