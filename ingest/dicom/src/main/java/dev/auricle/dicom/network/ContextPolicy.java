package dev.auricle.dicom.network;

import dev.auricle.dicom.dictionary.SopClass;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.pdu.ContextResult;
import dev.auricle.dicom.pdu.ProposedContext;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Answers proposed contexts: which SOP classes, and which of the offered transfer syntaxes.
 *
 * @param sopClasses whether a SOP class UID is wanted
 * @param preferred UIDs of transfer syntaxes, the most wanted first
 * @param fallback what to do where none of the preferred is offered
 */
public record ContextPolicy(Predicate<String> sopClasses, List<String> preferred, Fallback fallback) {
    private static final String STANDARD = "1.2.840.10008.";
    private static final String STANDARD_STORAGE = "1.2.840.10008.5.1.4.1.1.";

    /** What to do where none of the preferred transfer syntaxes is offered. */
    public enum Fallback {
        REJECT,
        FIRST_OFFERED
    }

    public ContextPolicy {
        preferred = List.copyOf(preferred);
    }

    /**
     * Takes Verification and every storage class, also private and future ones, in whatever transfer syntax the peer
     * has: what is compressed stays so. Explicit little endian is taken before implicit, which loses representations.
     */
    public static ContextPolicy archive() {
        var uncompressed = List.of(
                TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN,
                TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN,
                TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN,
                TransferSyntax.EXPLICIT_VR_BIG_ENDIAN);
        var compressed = Arrays.stream(TransferSyntax.values()).filter(TransferSyntax::isEncapsulated);
        var preferred = Stream.concat(uncompressed.stream(), compressed)
                .map(TransferSyntax::uid)
                .toList();
        return new ContextPolicy(ContextPolicy::isVerificationOrStorage, preferred, Fallback.FIRST_OFFERED);
    }

    /** Takes what this policy does, and one more SOP class. */
    public ContextPolicy and(String sopClass) {
        return new ContextPolicy(sopClasses.or(sopClass::equals), preferred, fallback);
    }

    /** One answer for each proposed context, in their order. */
    public List<ContextResult> answer(List<ProposedContext> contexts) {
        return contexts.stream().map(this::answer).toList();
    }

    private ContextResult answer(ProposedContext context) {
        if (!sopClasses.test(context.abstractSyntax())) {
            return refused(context, ContextResult.Outcome.ABSTRACT_SYNTAX_NOT_SUPPORTED);
        }
        return choose(context.transferSyntaxes())
                .map(syntax -> ContextResult.accepted(context.id(), syntax))
                .orElseGet(() -> refused(context, ContextResult.Outcome.TRANSFER_SYNTAXES_NOT_SUPPORTED));
    }

    private Optional<String> choose(List<String> offered) {
        var wanted = preferred.stream().filter(offered::contains).findFirst();
        return wanted.isEmpty() && fallback == Fallback.FIRST_OFFERED
                ? offered.stream().findFirst()
                : wanted;
    }

    /** The standard wants a transfer syntax to stand there, and gives it no meaning (PS3.8, table 9-18). */
    private static ContextResult refused(ProposedContext context, ContextResult.Outcome outcome) {
        return new ContextResult(context.id(), outcome, TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN.uid());
    }

    private static boolean isVerificationOrStorage(String sopClass) {
        return sopClass.equals(SopClass.VERIFICATION.uid())
                || SopClass.of(sopClass)
                        .map(SopClass::isStorage)
                        .orElse(sopClass.startsWith(STANDARD_STORAGE) || !sopClass.startsWith(STANDARD));
    }
}
