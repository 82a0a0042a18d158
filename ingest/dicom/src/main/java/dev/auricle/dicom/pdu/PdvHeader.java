package dev.auricle.dicom.pdu;

import io.vertx.core.buffer.Buffer;

/**
 * What stands in front of the data of a P-DATA-TF with one presentation data value (PS3.8, 9.3.5 and annex E.2).
 *
 * @param length of the data, in bytes
 * @param last whether the message's command or data set ends with it
 */
public record PdvHeader(int contextId, Fragment.Kind kind, int length, boolean last) {
    /** Bytes of the header; the last six count towards the maximum length of a unit. */
    public static final int SIZE = 12;

    /** The bytes that the maximum length of a unit counts besides the data. */
    public static final int COUNTED = 6;

    public void appendTo(Buffer target) {
        int command = kind == Fragment.Kind.COMMAND ? 1 : 0;
        target.appendByte((byte) PduType.DATA_TRANSFER)
                .appendByte((byte) 0)
                .appendUnsignedInt(length + 6L)
                .appendUnsignedInt(length + 2L)
                .appendByte((byte) contextId)
                .appendByte((byte) (command | (last ? 2 : 0)));
    }
}
