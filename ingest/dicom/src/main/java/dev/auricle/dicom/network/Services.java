package dev.auricle.dicom.network;

import java.util.Optional;

/**
 * What a server does for its peers, besides answering C-ECHO.
 *
 * @param storage takes what they store
 * @param commitment says which of it is safe
 * @param reports takes what archives say of instances that we asked them about
 */
public record Services(
        Optional<StoreScp> storage, Optional<CommitmentScp> commitment, Optional<CommitmentReports> reports) {
    /** Of which nothing is offered. */
    public static final Services NONE = new Services(Optional.empty(), Optional.empty(), Optional.empty());

    /** Storage only. */
    public static Services storing(StoreScp storage) {
        return NONE.withStorage(storage);
    }

    /** These services, and storage. */
    public Services withStorage(StoreScp provider) {
        return new Services(Optional.of(provider), commitment, reports);
    }

    /** These services, and storage commitment. */
    public Services withCommitment(CommitmentScp provider) {
        return new Services(storage, Optional.of(provider), reports);
    }

    /** These services, and listening to reports. */
    public Services withReports(CommitmentReports listener) {
        return new Services(storage, commitment, Optional.of(listener));
    }

    /** Whether a peer may come as the provider of a SOP class, of which we then are the user. */
    public boolean areUserOf(String sopClass) {
        return reports.isPresent() && sopClass.equals(CommitmentRequest.SOP_CLASS);
    }
}
