package dev.auricle.inference.deliver;

import dev.auricle.dicom.annotation.SourceSeries;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.network.AssociationTimeouts;
import dev.auricle.dicom.network.DicomNetwork;
import dev.auricle.dicom.network.DimseStatus;
import dev.auricle.dicom.network.OutgoingInstance;
import dev.auricle.dicom.network.SendOutcome;
import dev.auricle.dicom.network.StoreScu;
import dev.auricle.inference.encode.EncodeSeg;
import dev.auricle.inference.encode.Result;
import dev.auricle.schemas.record.DeliveryFailed;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Stores the SEG in the archive, by C-STORE under a UID that is the same every time. */
final class ArchiveTarget implements Target {
    /** Out of resources: the archive may have some again (PS3.4, B.2.3). */
    private static final int OUT_OF_RESOURCES = 0xA7;

    private static final int PATIENCE_MINUTES = 10;

    private final ArchiveConfig config;
    private final StoreScu sender;

    ArchiveTarget(ArchiveConfig config, DicomNetwork network) {
        this.config = config;
        sender = new StoreScu(network, AssociationTimeouts.DEFAULT);
    }

    @Override
    public DeliveryFailed.Target name() {
        return DeliveryFailed.Target.ARCHIVE;
    }

    @Override
    public Attempt deliver(Result result, SourceSeries source) {
        var seg = OutgoingInstance.of(EncodeSeg.encode(result, source), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        try {
            var outcomes = sender.send(config.peer(), List.of(seg))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(PATIENCE_MINUTES, TimeUnit.MINUTES);
            return attempt(outcomes.get(0));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Attempt.NotNow("interrupted");
        } catch (ExecutionException | TimeoutException failed) {
            return new Attempt.NotNow(failed.getClass().getSimpleName());
        }
    }

    private static Attempt attempt(SendOutcome outcome) {
        if (outcome instanceof SendOutcome.Answered answered) {
            return attempt(answered.status());
        }
        var cause = ((SendOutcome.Failed) outcome).cause();
        return new Attempt.NotNow(cause.getClass().getSimpleName());
    }

    private static Attempt attempt(DimseStatus status) {
        if (status.isSuccess() || status.isWarning()) {
            return new Attempt.Taken();
        }
        var reason = "C-STORE status %04X".formatted(status.code());
        return status.code() >> 8 == OUT_OF_RESOURCES ? new Attempt.NotNow(reason) : new Attempt.Refused(reason);
    }
}
