package dev.auricle.dicom.pdu;

/**
 * What an acceptor says to a proposed context (PS3.8, 9.3.3.2).
 *
 * @param transferSyntax the UID of the one chosen; without meaning if the context is not accepted
 */
public record ContextResult(int id, Outcome outcome, String transferSyntax) {
    /** The result/reason of PS3.8 table 9-18. */
    public enum Outcome {
        ACCEPTED(0),
        REJECTED_BY_USER(1),
        NO_REASON(2),
        ABSTRACT_SYNTAX_NOT_SUPPORTED(3),
        TRANSFER_SYNTAXES_NOT_SUPPORTED(4);

        private final int code;

        Outcome(int code) {
            this.code = code;
        }

        /** The number it has on the wire. */
        public int code() {
            return code;
        }

        /** The outcome of a number; no reason where there is no such number. */
        public static Outcome of(int code) {
            for (var outcome : values()) {
                if (outcome.code == code) {
                    return outcome;
                }
            }
            return NO_REASON;
        }
    }

    public static ContextResult accepted(int id, String transferSyntax) {
        return new ContextResult(id, Outcome.ACCEPTED, transferSyntax);
    }

    public boolean isAccepted() {
        return outcome == Outcome.ACCEPTED;
    }
}
