package dev.auricle.dicom.network;

import dev.auricle.dicom.dictionary.SopClass;
import dev.auricle.dicom.pdu.ContextResult;
import dev.auricle.dicom.pdu.ProposedContext;
import java.util.List;

/**
 * What the two ends of an association agreed on.
 *
 * @param proposed the contexts the requestor wished for
 * @param answers what the acceptor said to each
 * @param peersMaximumLength of the units the peer takes, in bytes; 0 is any
 */
record Agreement(List<ProposedContext> proposed, List<ContextResult> answers, long peersMaximumLength) {
    Agreement {
        proposed = List.copyOf(proposed);
        answers = List.copyOf(answers);
    }

    List<ProposedContext> accepted() {
        return proposed.stream()
                .filter(context ->
                        answers.stream().anyMatch(answer -> answer.id() == context.id() && answer.isAccepted()))
                .toList();
    }

    /**
     * The context to speak of a SOP class in a transfer syntax. Verification is asked for in whatever transfer syntax
     * was accepted; it has no data set.
     */
    int contextFor(String sopClass, String transferSyntax) {
        boolean any = sopClass.equals(SopClass.VERIFICATION.uid());
        return answers.stream()
                .filter(ContextResult::isAccepted)
                .filter(answer -> any || answer.transferSyntax().equals(transferSyntax))
                .filter(answer -> proposed.stream()
                        .anyMatch(asked -> asked.id() == answer.id()
                                && asked.abstractSyntax().equals(sopClass)))
                .mapToInt(ContextResult::id)
                .findFirst()
                .orElseThrow(() -> new NoSuchContext(sopClass, transferSyntax));
    }
}
