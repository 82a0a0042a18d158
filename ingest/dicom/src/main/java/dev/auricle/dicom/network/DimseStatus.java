package dev.auricle.dicom.network;

/**
 * The status of an answer (PS3.7, annex C, and for C-STORE PS3.4, B.2.3).
 *
 * @param code 0 to FFFF
 * @param comment shown to the peer's operator, at most 64 characters; empty for none. Never about a patient
 */
public record DimseStatus(int code, String comment) {
    public static final DimseStatus SUCCESS = new DimseStatus(0x0000, "");
    public static final DimseStatus PROCESSING_FAILURE = new DimseStatus(0x0110, "");
    public static final DimseStatus SOP_CLASS_NOT_SUPPORTED = new DimseStatus(0x0122, "");
    public static final DimseStatus NOT_AUTHORIZED = new DimseStatus(0x0124, "");
    public static final DimseStatus OUT_OF_RESOURCES = new DimseStatus(0xA700, "");
    public static final DimseStatus DATA_SET_MISMATCH = new DimseStatus(0xA900, "");
    public static final DimseStatus CANNOT_UNDERSTAND = new DimseStatus(0xC000, "");

    public static final DimseStatus CANCELLED = new DimseStatus(0xFE00, "");

    private static final int LONGEST_COMMENT = 64;

    public DimseStatus {
        if (code < 0 || code > 0xFFFF) {
            throw new IllegalArgumentException("status must be 0 to FFFF, got %X".formatted(code));
        }
        if (comment.length() > LONGEST_COMMENT) {
            throw new IllegalArgumentException("comment must have at most 64 characters, got " + comment.length());
        }
    }

    /** This status with a comment. */
    public DimseStatus because(String reason) {
        return new DimseStatus(code, reason);
    }

    public boolean isSuccess() {
        return code == 0;
    }

    /** Whether the instance was stored, though not quite as sent (Bxxx). */
    public boolean isWarning() {
        return code >>> 12 == 0xB;
    }

    /** Whether more answers follow (FF00, FF01). */
    public boolean isPending() {
        return code >>> 8 == 0xFF;
    }

    public boolean isCancelled() {
        return code == CANCELLED.code;
    }

    @Override
    public String toString() {
        return "%04X%s".formatted(code, comment.isEmpty() ? "" : " " + comment);
    }
}
