package dev.auricle.dicom.upper;

/** Where an association is (PS3.8, tables 9-1 to 9-5). */
public enum State {
    /** Idle. */
    STA1,
    /** Transport connection open, awaiting an A-ASSOCIATE-RQ. */
    STA2,
    /** Awaiting the local user's answer to an A-ASSOCIATE indication. */
    STA3,
    /** Awaiting the opening of a transport connection. */
    STA4,
    /** Awaiting an A-ASSOCIATE-AC or -RJ. */
    STA5,
    /** Association established, ready for data. */
    STA6,
    /** Awaiting an A-RELEASE-RP. */
    STA7,
    /** Awaiting the local user's answer to an A-RELEASE indication. */
    STA8,
    /** Release collision, requestor: awaiting the local user's answer. */
    STA9,
    /** Release collision, acceptor: awaiting an A-RELEASE-RP. */
    STA10,
    /** Release collision, requestor: awaiting an A-RELEASE-RP. */
    STA11,
    /** Release collision, acceptor: awaiting the local user's answer. */
    STA12,
    /** The association is over, awaiting the end of the transport connection. */
    STA13
}
