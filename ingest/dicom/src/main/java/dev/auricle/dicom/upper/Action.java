package dev.auricle.dicom.upper;

/** What is done about an event (PS3.8, tables 9-6 to 9-9); how, is said in {@link Machine}. */
public enum Action {
    /** Ask for a transport connection. */
    AE_1,
    /** Send A-ASSOCIATE-RQ. */
    AE_2,
    /** Confirm the association to the user. */
    AE_3,
    /** Confirm its rejection, and close. */
    AE_4,
    /** Take the transport connection, and start ARTIM. */
    AE_5,
    /** Stop ARTIM; ask the user about the association, or reject it as a provider and start ARTIM. */
    AE_6,
    /** Send A-ASSOCIATE-AC. */
    AE_7,
    /** Send A-ASSOCIATE-RJ, and start ARTIM. */
    AE_8,
    /** Send P-DATA-TF. */
    DT_1,
    /** Hand data to the user. */
    DT_2,
    /** Send A-RELEASE-RQ. */
    AR_1,
    /** Tell the user that the peer wants to release. */
    AR_2,
    /** Confirm the release, and close. */
    AR_3,
    /** Send A-RELEASE-RP, and start ARTIM. */
    AR_4,
    /** Stop ARTIM. */
    AR_5,
    /** Hand data to the user, who is waiting for the peer's A-RELEASE-RP. */
    AR_6,
    /** Send P-DATA-TF, though the peer wants to release. */
    AR_7,
    /** Tell the user that the peer wants to release, too. */
    AR_8,
    /** Send A-RELEASE-RP, and go on awaiting the peer's. */
    AR_9,
    /** Confirm the release; the user still has to answer the peer's wish. */
    AR_10,
    /** Send A-ABORT as the user, and start ARTIM. */
    AA_1,
    /** Stop ARTIM, and close. */
    AA_2,
    /** Tell the user that the peer aborted, and close. */
    AA_3,
    /** Tell the user that the connection is gone. */
    AA_4,
    /** Stop ARTIM. */
    AA_5,
    /** Ignore it. */
    AA_6,
    /** Send A-ABORT once more. */
    AA_7,
    /** Send A-ABORT as the provider, tell the user, and start ARTIM. */
    AA_8
}
