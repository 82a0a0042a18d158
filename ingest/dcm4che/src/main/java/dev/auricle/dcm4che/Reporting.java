package dev.auricle.dcm4che;

import dev.auricle.dicom.network.CommitmentReport;
import dev.auricle.dicom.network.CommitmentRequest;
import dev.auricle.dicom.network.DimseStatus;
import io.vertx.core.Future;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.dcm4che3.net.Association;

/** Tells a peer for which instances responsibility was taken. */
final class Reporting {
    private Reporting() {}

    /** The same, for who does not block. */
    static Future<DimseStatus> onSame(Association association, CommitmentReport report) {
        try {
            return Future.fromCompletionStage(report(association, report));
        } catch (IOException gone) {
            return Future.failedFuture(gone);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Future.failedFuture(interrupted);
        }
    }

    /** The status of the answer, when it comes. */
    static CompletableFuture<DimseStatus> report(Association association, CommitmentReport report)
            throws IOException, InterruptedException {
        var answers = new Answers(association.nextMessageID(), answer -> {});
        association.neventReport(
                CommitmentRequest.SOP_CLASS,
                CommitmentRequest.SOP_INSTANCE,
                report.event(),
                Translation.attributes(report.information()),
                association
                        .getTransferSyntaxesFor(CommitmentRequest.SOP_CLASS)
                        .iterator()
                        .next(),
                answers);
        return answers.last().thenApply(Answers.Answer::status);
    }
}
