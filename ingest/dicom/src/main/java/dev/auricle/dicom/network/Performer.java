package dev.auricle.dicom.network;

import dev.auricle.dicom.pdu.Abort;
import dev.auricle.dicom.pdu.UnableToReadPdu;
import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;

/** Does what the peer asks for, and answers. */
final class Performer {
    /** PS3.7, 9.1.5 and annex C: an operation nobody offered. */
    private static final DimseStatus UNRECOGNIZED_OPERATION = new DimseStatus(0x0211, "");

    private static final String VERIFICATION = "1.2.840.10008.1.1";

    private final PduChannel channel;
    private final Context context;
    private final Agreement agreement;
    private final CommitmentReports reporting;
    private Services services;

    /** The invoker reports on storage commitment. */
    Performer(PduChannel channel, Context context, Agreement agreement, Invoker invoker, Services services) {
        this.channel = channel;
        this.context = context;
        this.agreement = agreement;
        this.reporting = invoker::report;
        this.services = services;
    }

    /** What is done for the peer from now on. */
    void offer(Services offered) {
        services = offered;
    }

    MessageReceiver begin(AcceptedContext accepted, Command request) {
        return request.field() == Command.CANCEL_REQUEST
                ? new Silence()
                : new Answering(accepted, request, receiver(accepted, request));
    }

    private DataSetReceiver receiver(AcceptedContext accepted, Command request) {
        if (!request.sopClass().equals(accepted.sopClass())) {
            return DataSetReceiver.discarding(
                    isKnown(request) ? DimseStatus.SOP_CLASS_NOT_SUPPORTED : UNRECOGNIZED_OPERATION);
        }
        return switch (accepted.sopClass()) {
            case VERIFICATION ->
                DataSetReceiver.discarding(
                        request.field() == Command.ECHO_REQUEST ? DimseStatus.SUCCESS : UNRECOGNIZED_OPERATION);
            case CommitmentRequest.SOP_CLASS -> commitment(accepted, request);
            default -> store(accepted, request);
        };
    }

    private static boolean isKnown(Command request) {
        return switch (request.field()) {
            case Command.ECHO_REQUEST, Command.STORE_REQUEST, Command.ACTION_REQUEST, Command.EVENT_REQUEST -> true;
            default -> false;
        };
    }

    private DataSetReceiver store(AcceptedContext accepted, Command request) {
        if (services.storage().isEmpty() || request.field() != Command.STORE_REQUEST) {
            return DataSetReceiver.discarding(UNRECOGNIZED_OPERATION);
        }
        if (request.sopInstance().isEmpty() || !request.hasDataSet()) {
            return DataSetReceiver.discarding(DimseStatus.CANNOT_UNDERSTAND.because("no instance UID or data set"));
        }
        return SinkReceiver.begin(
                services.storage().get(),
                new StoreRequest(
                        agreement.info(), request.sopClass(), request.sopInstance(), accepted.transferSyntax()));
    }

    private DataSetReceiver commitment(AcceptedContext accepted, Command request) {
        if (request.field() == Command.ACTION_REQUEST && services.commitment().isPresent()) {
            return new CommitmentReceiver(accepted, services.commitment().get(), agreement.info(), reporting);
        }
        if (request.field() == Command.EVENT_REQUEST && services.reports().isPresent()) {
            var reports = services.reports().get();
            return new InformationReceiver<>(accepted, CommitmentReport::of, reports::report);
        }
        return DataSetReceiver.discarding(UNRECOGNIZED_OPERATION);
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
            receiver.answered(status);
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
