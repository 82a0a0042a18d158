package dev.auricle.deploy.launch;

import dev.auricle.dicom.network.Peer;
import dev.auricle.dicom.network.Retrieved;
import java.io.PrintWriter;

/** Tells what a retrieval came to: in numbers, naming no instance. */
record RetrievalReport(PrintWriter out, Peer archive) {
    void tell(Retrieved retrieved) {
        var counts = retrieved.counts();
        out.println("%s sent %d instances, %d of them with a warning; %d failed"
                .formatted(archive, counts.completed() + counts.warning(), counts.warning(), counts.failed()));
        out.flush();
        if (!retrieved.isComplete()) {
            throw new CommandFailed(
                    ExitCode.DICOM_NOT_STORED, "not all were sent: " + archive + " answered " + retrieved.status());
        }
    }
}
