package dev.auricle.dicom.pdu;

import io.vertx.core.buffer.Buffer;
import java.util.Optional;

/**
 * Finds units in a stream of bytes. It is asked for one event after the other, so whoever asks may stop in the middle
 * of what was read. Data is handed on as it came, piece by piece, without waiting for a unit to be whole; units that
 * open and close an association are held until they are.
 */
public final class PduDecoder {
    private static final int PDU_HEADER = 6;
    private static final int PDV_HEADER = 6;
    private static final int LONGEST_ASSOCIATE = 1 << 20;
    private static final int SHORT_PDU = 4;
    private static final Optional<PduEvent> NOTHING_YET = Optional.empty();

    private final ByteQueue queue = new ByteQueue();
    private final long maximumLength;
    private int type;
    private long remainingPdu;
    private long remainingPdv;
    private int contextId;
    private Fragment.Kind kind = Fragment.Kind.COMMAND;
    private boolean lastPdv;
    private Expecting expecting = Expecting.PDU_HEADER;

    private enum Expecting {
        PDU_HEADER,
        CONTROL,
        PDV_HEADER,
        PDV
    }

    /** A decoder that accepts P-DATA-TF of at most so many bytes; 0 is any. */
    public PduDecoder(long maximumLength) {
        this.maximumLength = maximumLength == 0 ? Long.MAX_VALUE : maximumLength;
    }

    /** Adds what was read. The buffer is not copied. */
    public void feed(Buffer read) {
        queue.add(read);
    }

    /** The next event, if enough was read for one; throws {@link UnableToReadPdu} where it is none. */
    public Optional<PduEvent> next() {
        while (true) {
            switch (expecting) {
                case PDU_HEADER -> {
                    if (queue.available() < PDU_HEADER) {
                        return NOTHING_YET;
                    }
                    readPduHeader();
                }
                case CONTROL -> {
                    return queue.available() < remainingPdu ? NOTHING_YET : Optional.of(control());
                }
                case PDV_HEADER -> {
                    if (queue.available() < PDV_HEADER) {
                        return NOTHING_YET;
                    }
                    readPdvHeader();
                }
                case PDV -> {
                    return remainingPdv > 0 && queue.available() == 0 ? NOTHING_YET : Optional.of(fragment());
                }
            }
        }
    }

    private void readPduHeader() {
        type = queue.takeByte();
        queue.takeByte();
        remainingPdu = queue.takeUint32();
        switch (type) {
            case PduType.DATA_TRANSFER -> checkLength(remainingPdu >= PDV_HEADER && remainingPdu <= maximumLength);
            case PduType.ASSOCIATE_REQUEST, PduType.ASSOCIATE_ACCEPT -> checkLength(remainingPdu <= LONGEST_ASSOCIATE);
            case PduType.ASSOCIATE_REJECT, PduType.RELEASE_REQUEST, PduType.RELEASE_RESPONSE, PduType.ABORT ->
                checkLength(remainingPdu == SHORT_PDU);
            default -> throw new UnableToReadPdu(Abort.UNRECOGNIZED_PDU, "a PDU of type " + type);
        }
        expecting = type == PduType.DATA_TRANSFER ? Expecting.PDV_HEADER : Expecting.CONTROL;
    }

    private void checkLength(boolean plausible) {
        if (!plausible) {
            throw new UnableToReadPdu(
                    Abort.INVALID_PARAMETER, "a PDU of type " + type + " with length " + remainingPdu);
        }
    }

    private void readPdvHeader() {
        long length = queue.takeUint32();
        contextId = queue.takeByte();
        int control = queue.takeByte();
        // The length counts the context ID and the control byte (PS3.8, table 9-23).
        remainingPdv = length - 2;
        remainingPdu -= 4 + length;
        if (remainingPdv < 0 || remainingPdu < 0 || (remainingPdu > 0 && remainingPdu < PDV_HEADER)) {
            throw new UnableToReadPdu(Abort.INVALID_PARAMETER, "a presentation data value with length " + length);
        }
        kind = (control & 1) == 1 ? Fragment.Kind.COMMAND : Fragment.Kind.DATA_SET;
        lastPdv = (control & 2) == 2;
        expecting = Expecting.PDV;
    }

    private Fragment fragment() {
        var data = remainingPdv == 0 ? Buffer.buffer() : queue.takeSome(remainingPdv);
        remainingPdv -= data.length();
        boolean complete = remainingPdv == 0;
        if (complete) {
            expecting = remainingPdu > 0 ? Expecting.PDV_HEADER : Expecting.PDU_HEADER;
        }
        return new Fragment(contextId, kind, data, complete && lastPdv);
    }

    private Pdu control() {
        var body = queue.take((int) remainingPdu);
        expecting = Expecting.PDU_HEADER;
        return switch (type) {
            case PduType.ASSOCIATE_REQUEST -> new AssociateParser(body).request();
            case PduType.ASSOCIATE_ACCEPT -> new AssociateParser(body).accept();
            case PduType.ASSOCIATE_REJECT ->
                new AssociateReject(body.getUnsignedByte(1), body.getUnsignedByte(2), body.getUnsignedByte(3));
            case PduType.RELEASE_REQUEST -> new ReleaseRequest();
            case PduType.RELEASE_RESPONSE -> new ReleaseResponse();
            default -> new Abort(body.getUnsignedByte(2), body.getUnsignedByte(3));
        };
    }
}
