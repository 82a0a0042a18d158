package dev.auricle.dicom.pdu;

/**
 * A-ASSOCIATE-RJ: the association is not wanted (PS3.8, table 9-21).
 *
 * @param result 1 permanent, 2 transient
 * @param source 1 the user of the upper layer, 2 its provider (ACSE), 3 its provider (presentation)
 * @param reason depends on the source
 */
public record AssociateReject(int result, int source, int reason) implements Pdu {
    public static final AssociateReject NO_REASON_GIVEN = new AssociateReject(1, 1, 1);
    public static final AssociateReject APPLICATION_CONTEXT_NOT_SUPPORTED = new AssociateReject(1, 1, 2);
    public static final AssociateReject CALLING_AE_TITLE_NOT_RECOGNIZED = new AssociateReject(1, 1, 3);
    public static final AssociateReject CALLED_AE_TITLE_NOT_RECOGNIZED = new AssociateReject(1, 1, 7);
    public static final AssociateReject NO_REASON_GIVEN_BY_PROVIDER = new AssociateReject(1, 2, 1);
    public static final AssociateReject PROTOCOL_VERSION_NOT_SUPPORTED = new AssociateReject(1, 2, 2);
    public static final AssociateReject TEMPORARY_CONGESTION = new AssociateReject(2, 3, 1);
    public static final AssociateReject LOCAL_LIMIT_EXCEEDED = new AssociateReject(2, 3, 2);

    public boolean isTransient() {
        return result == 2;
    }

    @Override
    public String toString() {
        return (isTransient() ? "rejected for now: " : "rejected: ") + text();
    }

    private String text() {
        return switch (source * 10 + reason) {
            case 12 -> "application context name not supported";
            case 13 -> "calling AE title not recognized";
            case 17 -> "called AE title not recognized";
            case 22 -> "protocol version not supported";
            case 31 -> "temporary congestion";
            case 32 -> "local limit exceeded";
            default -> "no reason given";
        };
    }
}
