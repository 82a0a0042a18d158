package dev.auricle.dicom.network;

import dev.auricle.dicom.dictionary.SopClass;
import dev.auricle.dicom.pdu.Abort;
import dev.auricle.dicom.pdu.UnableToReadPdu;
import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import java.util.Optional;

/** Does what the peer asks for, and answers. */
final class Performer {
    /** PS3.7, 9.1.5 and annex C: an operation nobody offered. */
    private static final DimseStatus UNRECOGNIZED_OPERATION = new DimseStatus(0x0211, "");

    private final PduChannel channel;
    private final Context context;
    private final Agreement agreement;
    private Optional<StoreScp> storage;

    Performer(PduChannel channel, Context context, Agreement agreement, Optional<StoreScp> storage) {
        this.channel = channel;
        this.context = context;
        this.agreement = agreement;
        this.storage = storage;
    }

    /** Who takes instances from now on. */
    void storeTo(Optional<StoreScp> provider) {
        storage = provider;
    }

    MessageReceiver begin(AcceptedContext accepted, Command request) {
        return request.field() == Command.CANCEL_REQUEST
                ? new Silence()
                : new Answering(accepted, request, receiver(accepted, request));
    }

    private DataSetReceiver receiver(AcceptedContext accepted, Command request) {
        boolean known = request.field() == Command.ECHO_REQUEST || request.field() == Command.STORE_REQUEST;
        if (!known) {
            return DataSetReceiver.discarding(UNRECOGNIZED_OPERATION);
        }
        if (!request.sopClass().equals(accepted.sopClass())) {
            return DataSetReceiver.discarding(DimseStatus.SOP_CLASS_NOT_SUPPORTED);
        }
        boolean verification = request.sopClass().equals(SopClass.VERIFICATION.uid());
        if (verification != (request.field() == Command.ECHO_REQUEST)) {
            return DataSetReceiver.discarding(UNRECOGNIZED_OPERATION);
        }
        return verification ? DataSetReceiver.discarding(DimseStatus.SUCCESS) : store(accepted, request);
    }

    private DataSetReceiver store(AcceptedContext accepted, Command request) {
        if (storage.isEmpty()) {
            return DataSetReceiver.discarding(UNRECOGNIZED_OPERATION);
        }
        if (request.sopInstance().isEmpty() || !request.hasDataSet()) {
            return DataSetReceiver.discarding(DimseStatus.CANNOT_UNDERSTAND.because("no instance UID or data set"));
        }
        return SinkReceiver.begin(
                storage.get(),
                new StoreRequest(
                        agreement.info(), request.sopClass(), request.sopInstance(), accepted.transferSyntax()));
    }

    /** Answers the status that the data set came to. */
    private final class Answering implements MessageReceiver {
        private final AcceptedContext accepted;
        private final Command request;
        private final DataSetReceiver receiver;

        Answering(AcceptedContext accepted, Command request, DataSetReceiver receiver) {
            this.accepted = accepted;
            this.request = request;
            this.receiver = receiver;
        }

        @Override
        public Future<Void> write(Buffer fragment) {
            return receiver.write(fragment);
        }

        @Override
        public Future<Void> end() {
            var ended = receiver.end();
            if (ended.isComplete()) {
                answer(ended);
                return Future.succeededFuture();
            }
            var answered = Promise.<Void>promise();
            ended.onComplete(status -> context.runOnContext(nothing -> {
                answer(status);
                answered.complete();
            }));
            return answered.future();
        }

        @Override
        public void abort(Throwable cause) {
            receiver.abort(cause);
        }

        private void answer(AsyncResult<DimseStatus> result) {
            var status = result.succeeded() ? result.result() : DimseStatus.PROCESSING_FAILURE;
            channel.send(PdvWriter.command(accepted.id(), request.answer(status), agreement.peersMaximumLength()));
        }
    }

    /** C-CANCEL has no answer, and comes too late: what there is to cancel is over at once. */
    private static final class Silence implements MessageReceiver {
        @Override
        public Future<Void> write(Buffer fragment) {
            throw new UnableToReadPdu(Abort.UNEXPECTED_PDU, "a data set where a command should be");
        }

        @Override
        public Future<Void> end() {
            return Future.succeededFuture();
        }

        @Override
        public void abort(Throwable cause) {}
    }
}
