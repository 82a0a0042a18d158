package dev.auricle.dcm4che;

import dev.auricle.dicom.network.AssociationInfo;
import dev.auricle.dicom.network.CommitmentReport;
import dev.auricle.dicom.network.CommitmentReports;
import dev.auricle.dicom.network.CommitmentRequest;
import dev.auricle.dicom.network.CommitmentScp;
import dev.auricle.dicom.network.DimseStatus;
import dev.auricle.dicom.network.InstanceSink;
import dev.auricle.dicom.network.Services;
import dev.auricle.dicom.network.StoreRequest;
import dev.auricle.dicom.network.StoreScp;
import dev.auricle.dicom.network.UnableToStore;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.data.Tag;
import org.dcm4che3.data.VR;
import org.dcm4che3.net.Association;
import org.dcm4che3.net.Commands;
import org.dcm4che3.net.Dimse;
import org.dcm4che3.net.DimseRQHandler;
import org.dcm4che3.net.PDVInputStream;
import org.dcm4che3.net.pdu.PresentationContext;

/** Does what a peer asks for, on the thread that reads from it. */
final class Performing implements DimseRQHandler {
    /** The property of an association that holds who the peer is, as an application is told. */
    static final String INFO = "dev.auricle.info";

    private static final DimseStatus UNRECOGNIZED_OPERATION = new DimseStatus(0x0211, "");
    private static final int PIECE = 1 << 16;

    private final EventLoop loop;
    private volatile Services services;

    Performing(Vertx vertx, Services services) {
        this.loop = new EventLoop(vertx);
        this.services = services;
    }

    /** What is done for the peer from now on. */
    void offer(Services offered) {
        services = offered;
    }

    @Override
    public void onDimseRQ(
            Association association, PresentationContext context, Dimse dimse, Attributes command, PDVInputStream data)
            throws IOException {
        if (dimse == Dimse.N_ACTION_RQ && services.commitment().isPresent()) {
            var request = CommitmentRequest.of(Translation.dataSet(data.readDataset(context.getTransferSyntax())));
            answer(association, context, Commands.mkRSP(command, DimseStatus.SUCCESS.code(), dimse));
            commit(association, services.commitment().get(), request);
            return;
        }
        var status = perform(association, context, dimse, command, data);
        if (data != null) {
            data.skipAll();
        }
        var answer = Commands.mkRSP(command, status.code(), dimse);
        if (!status.comment().isEmpty()) {
            answer.setString(Tag.ErrorComment, VR.LO, status.comment());
        }
        answer(association, context, answer);
    }

    @Override
    public void onClose(Association association) {
        // A sink hears of it where its data set ends early.
    }

    private static void answer(Association association, PresentationContext context, Attributes answer)
            throws IOException {
        association.writeDimseRSP(context, answer);
    }

    private DimseStatus perform(
            Association association, PresentationContext context, Dimse dimse, Attributes command, PDVInputStream data)
            throws IOException {
        return switch (dimse) {
            case C_ECHO_RQ -> DimseStatus.SUCCESS;
            case C_STORE_RQ -> store(association, context, command, data);
            case N_EVENT_REPORT_RQ -> report(context, data);
            default -> UNRECOGNIZED_OPERATION;
        };
    }

    private DimseStatus store(
            Association association, PresentationContext context, Attributes command, PDVInputStream data)
            throws IOException {
        var storage = services.storage();
        if (storage.isEmpty()) {
            return UNRECOGNIZED_OPERATION;
        }
        var sopClass = command.getString(Tag.AffectedSOPClassUID, "");
        if (!sopClass.equals(association.getAbstractSyntax(context.getPCID()))) {
            return DimseStatus.SOP_CLASS_NOT_SUPPORTED;
        }
        var sopInstance = command.getString(Tag.AffectedSOPInstanceUID, "");
        if (sopInstance.isEmpty() || data == null) {
            return DimseStatus.CANNOT_UNDERSTAND.because("no instance UID or data set");
        }
        var info = (AssociationInfo) association.getProperty(INFO);
        return store(storage.get(), new StoreRequest(info, sopClass, sopInstance, context.getTransferSyntax()), data);
    }

    private DimseStatus store(StoreScp storage, StoreRequest request, PDVInputStream data) throws IOException {
        InstanceSink sink;
        try {
            sink = loop.await(() -> Future.succeededFuture(storage.begin(request)));
        } catch (IOException refused) {
            return status(refused);
        }
        try {
            pour(data, sink);
        } catch (IOException failed) {
            loop.await(() -> {
                sink.abort(failed);
                return Future.succeededFuture();
            });
            return status(failed);
        }
        try {
            return loop.await(sink::end);
        } catch (IOException failed) {
            return status(failed);
        }
    }

    private void pour(PDVInputStream data, InstanceSink sink) throws IOException {
        var piece = new byte[PIECE];
        for (int count = data.read(piece); count >= 0; count = data.read(piece)) {
            var fragment = Buffer.buffer(count).appendBytes(piece, 0, count);
            loop.await(() -> sink.write(fragment));
        }
    }

    /** Where the connection broke the answer finds nobody, and the status does not matter. */
    private static DimseStatus status(IOException failed) {
        return failed.getCause() instanceof UnableToStore refusal ? refusal.status() : DimseStatus.PROCESSING_FAILURE;
    }

    private void commit(Association association, CommitmentScp provider, CommitmentRequest request) throws IOException {
        var info = (AssociationInfo) association.getProperty(INFO);
        CommitmentReports same = report -> Reporting.onSame(association, report);
        loop.await(() -> {
            provider.requested(info, request, same);
            return Future.succeededFuture();
        });
    }

    private DimseStatus report(PresentationContext context, PDVInputStream data) throws IOException {
        var listener = services.reports();
        if (listener.isEmpty()) {
            return UNRECOGNIZED_OPERATION;
        }
        var report = CommitmentReport.of(Translation.dataSet(data.readDataset(context.getTransferSyntax())));
        return loop.await(() -> listener.get().report(report));
    }
}
