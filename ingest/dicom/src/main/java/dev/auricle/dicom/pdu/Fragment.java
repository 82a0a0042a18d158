package dev.auricle.dicom.pdu;

import io.vertx.core.buffer.Buffer;

/**
 * A piece of a message, as it arrived: a presentation data value (PS3.8, annex E) or, where that came in several reads,
 * a part of one.
 *
 * @param data a slice of what was read from the socket, not a copy
 * @param last whether the message's command or data set ends here
 */
public record Fragment(int contextId, Kind kind, Buffer data, boolean last) implements PduEvent {
    /** Which half of a message a piece belongs to. */
    public enum Kind {
        COMMAND,
        DATA_SET
    }
}
