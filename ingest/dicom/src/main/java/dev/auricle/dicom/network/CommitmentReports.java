package dev.auricle.dicom.network;

import io.vertx.core.Future;

/** Takes reports on storage commitment (N-EVENT-REPORT), or sends them: which, the place it is used in says. */
@FunctionalInterface
public interface CommitmentReports {
    /** The status of the answer. Does not block. */
    Future<DimseStatus> report(CommitmentReport report);
}
