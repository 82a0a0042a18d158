package dev.auricle.dicom.network;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.dictionary.SopClass;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.pdu.ContextResult;
import dev.auricle.dicom.pdu.ProposedContext;
import dev.auricle.dicom.syntax.DataSetWriter;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the two ends of an association agreed on.
 *
 * @param info who the peer is, as an application is told
 * @param proposed the contexts the requestor wished for
 * @param answers what the acceptor said to each
 * @param peersMaximumLength of the units the peer takes, in bytes; 0 is any
 */
record Agreement(
        AssociationInfo info, List<ProposedContext> proposed, List<ContextResult> answers, long peersMaximumLength) {
    Agreement {
        proposed = List.copyOf(proposed);
        answers = List.copyOf(answers);
    }

    /** The proposed contexts that were accepted. */
    List<ProposedContext> accepted() {
        return proposed.stream()
                .filter(context ->
                        answers.stream().anyMatch(answer -> answer.id() == context.id() && answer.isAccepted()))
                .toList();
    }

    /** What may be spoken of. */
    Stream<AcceptedContext> contexts() {
        return answers.stream()
                .filter(ContextResult::isAccepted)
                .flatMap(answer -> proposed.stream()
                        .filter(context -> context.id() == answer.id())
                        .map(context -> new AcceptedContext(answer.id(), context.abstractSyntax(), syntax(answer))));
    }

    /** The context to speak of a SOP class, in whatever transfer syntax was accepted. */
    AcceptedContext require(String sopClass) {
        return contexts()
                .filter(context -> context.sopClass().equals(sopClass))
                .findFirst()
                .orElseThrow(() -> new NoSuchContext(sopClass, TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN.uid()));
    }

    /** The context to speak of a SOP class in a transfer syntax. */
    AcceptedContext require(String sopClass, String transferSyntax) {
        if (sopClass.equals(SopClass.VERIFICATION.uid())) {
            return require(sopClass);
        }
        return contexts()
                .filter(context -> context.sopClass().equals(sopClass)
                        && context.transferSyntax().equals(transferSyntax))
                .findFirst()
                .orElseThrow(() -> new NoSuchContext(sopClass, transferSyntax));
    }

    /** A data set that is not an instance, as it travels in the context of a SOP class. */
    InstanceSource encode(String sopClass, DataSet dataSet) {
        var in = require(sopClass);
        return TransferSyntax.of(in.transferSyntax())
                .map(syntax -> InstanceSource.of(DataSetWriter.write(dataSet, syntax)))
                .orElseThrow(() -> new NoSuchContext(sopClass, in.transferSyntax()));
    }

    /** An acceptor that names none means the default (PS3.8, 9.3.3.2). */
    private static String syntax(ContextResult answer) {
        return answer.transferSyntax().isEmpty()
                ? TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN.uid()
                : answer.transferSyntax();
    }
}
