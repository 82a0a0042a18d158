package dev.auricle.dicom.pdu;

/**
 * A-ABORT: the association ends at once (PS3.8, table 9-26).
 *
 * @param source 0 the user of the upper layer, 2 its provider
 * @param reason meaningful only from the provider
 */
public record Abort(int source, int reason) implements Pdu {
    public static final Abort BY_USER = new Abort(0, 0);
    public static final Abort NOT_SPECIFIED = new Abort(2, 0);
    public static final Abort UNRECOGNIZED_PDU = new Abort(2, 1);
    public static final Abort UNEXPECTED_PDU = new Abort(2, 2);
    public static final Abort UNRECOGNIZED_PARAMETER = new Abort(2, 4);
    public static final Abort UNEXPECTED_PARAMETER = new Abort(2, 5);
    public static final Abort INVALID_PARAMETER = new Abort(2, 6);

    @Override
    public String toString() {
        if (source != 2) {
            return "aborted by the user";
        }
        return switch (reason) {
            case 1 -> "aborted: unrecognized PDU";
            case 2 -> "aborted: unexpected PDU";
            case 4 -> "aborted: unrecognized PDU parameter";
            case 5 -> "aborted: unexpected PDU parameter";
            case 6 -> "aborted: invalid PDU parameter value";
            default -> "aborted by the provider";
        };
    }
}
