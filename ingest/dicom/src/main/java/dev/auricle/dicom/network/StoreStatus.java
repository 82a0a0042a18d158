package dev.auricle.dicom.network;

/**
 * The status of a C-STORE-RSP (PS3.4, B.2.3).
 *
 * @param code 0 to FFFF
 * @param comment shown to the peer's operator, at most 64 characters; empty for none. Never about a patient
 */
public record StoreStatus(int code, String comment) {
    public static final StoreStatus SUCCESS = new StoreStatus(0x0000, "");
    public static final StoreStatus PROCESSING_FAILURE = new StoreStatus(0x0110, "");
    public static final StoreStatus SOP_CLASS_NOT_SUPPORTED = new StoreStatus(0x0122, "");
    public static final StoreStatus NOT_AUTHORIZED = new StoreStatus(0x0124, "");
    public static final StoreStatus OUT_OF_RESOURCES = new StoreStatus(0xA700, "");
    public static final StoreStatus DATA_SET_MISMATCH = new StoreStatus(0xA900, "");
    public static final StoreStatus CANNOT_UNDERSTAND = new StoreStatus(0xC000, "");

    private static final int LONGEST_COMMENT = 64;

    public StoreStatus {
        if (code < 0 || code > 0xFFFF) {
            throw new IllegalArgumentException("status must be 0 to FFFF, got %X".formatted(code));
        }
        if (comment.length() > LONGEST_COMMENT) {
            throw new IllegalArgumentException("comment must have at most 64 characters, got " + comment.length());
        }
    }

    /** This status with a comment. */
    public StoreStatus because(String reason) {
        return new StoreStatus(code, reason);
    }

    public boolean isSuccess() {
        return code == 0;
    }

    /** Whether the instance was stored, though not quite as sent (Bxxx). */
    public boolean isWarning() {
        return code >>> 12 == 0xB;
    }

    @Override
    public String toString() {
        return "%04X%s".formatted(code, comment.isEmpty() ? "" : " " + comment);
    }
}
