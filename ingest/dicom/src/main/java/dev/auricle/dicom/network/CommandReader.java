package dev.auricle.dicom.network;

import dev.auricle.dicom.data.Bytes;
import dev.auricle.dicom.dictionary.DicomException;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.pdu.Abort;
import dev.auricle.dicom.pdu.Fragment;
import dev.auricle.dicom.pdu.UnableToReadPdu;
import dev.auricle.dicom.syntax.DataSetReader;
import dev.auricle.dicom.syntax.ReadLimits;
import io.vertx.core.buffer.Buffer;
import java.util.Optional;

/** Puts the fragments of a command set together. Command sets are short; one that is not is refused. */
final class CommandReader {
    private static final int LONGEST = 1 << 14;

    private final DataSetReader reader = new DataSetReader(new ReadLimits(1, LONGEST, LONGEST));
    private Buffer gathered = Buffer.buffer();

    /** The command, once its last fragment is there. */
    Optional<Command> add(Fragment fragment) {
        gathered.appendBuffer(fragment.data());
        if (gathered.length() > LONGEST) {
            throw new UnableToReadPdu(Abort.INVALID_PARAMETER, "a command set longer than " + LONGEST + " bytes");
        }
        if (!fragment.last()) {
            return Optional.empty();
        }
        var encoded = Bytes.wrap(gathered.getBytes());
        gathered = Buffer.buffer();
        return Optional.of(parse(encoded));
    }

    /** A command whose every later question has an answer. */
    private Command parse(Bytes encoded) {
        try {
            var command = new Command(reader.read(encoded, TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN));
            command.hasDataSet();
            examine(command);
            return command;
        } catch (DicomException e) {
            throw new UnableToReadPdu(Abort.INVALID_PARAMETER, "a command set that cannot be read: " + e.getMessage());
        }
    }

    /** Of a cancel nothing is asked: there is nothing to cancel. */
    private static void examine(Command command) {
        if (!command.isRequest()) {
            command.answeredMessageId();
            command.status();
            command.subOperations();
        } else if (command.field() != Command.CANCEL_REQUEST) {
            command.answer(DimseStatus.SUCCESS);
        }
    }
}
