package dev.auricle.dicom.network;

import dev.auricle.dicom.data.Bytes;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.dictionary.DicomException;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.pdu.Abort;
import dev.auricle.dicom.pdu.UnableToReadPdu;
import dev.auricle.dicom.syntax.DataSetReader;
import dev.auricle.dicom.syntax.ReadLimits;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.function.Function;

/** Gathers and reads a data set that is not an instance: an identifier, the information of an action or an event. */
final class IdentifierReceiver implements MessageReceiver {
    private static final int LONGEST = 1 << 22;
    private static final DataSetReader READER = new DataSetReader(new ReadLimits(16, LONGEST, LONGEST));

    private final AcceptedContext accepted;
    private final Function<DataSet, Future<Void>> then;
    private final Buffer gathered = Buffer.buffer();

    IdentifierReceiver(AcceptedContext accepted, Function<DataSet, Future<Void>> then) {
        this.accepted = accepted;
        this.then = then;
    }

    @Override
    public Future<Void> write(Buffer fragment) {
        if (gathered.length() + fragment.length() > LONGEST) {
            throw new UnableToReadPdu(Abort.INVALID_PARAMETER, "an identifier longer than " + LONGEST + " bytes");
        }
        gathered.appendBuffer(fragment);
        return Future.succeededFuture();
    }

    /** Empty where there was none. */
    @Override
    public Future<Void> end() {
        return then.apply(gathered.length() == 0 ? DataSet.EMPTY : read());
    }

    @Override
    public void abort(Throwable cause) {}

    private DataSet read() {
        var syntax = TransferSyntax.of(accepted.transferSyntax()).orElse(TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN);
        try {
            return READER.read(Bytes.wrap(gathered.getBytes()), syntax);
        } catch (DicomException e) {
            throw new UnableToReadPdu(Abort.INVALID_PARAMETER, "an identifier that cannot be read: " + e.getMessage());
        }
    }
}
