package dev.auricle.deploy.prove;

/** What the DICOM edge is measured against. */
public enum BenchPeer {
    /** A bare Kafka producer, alone and beside as many senders. */
    PRODUCER,
    /** Orthanc, which writes files and an index. */
    ORTHANC,
    /** DCMTK's {@code storescp}, which writes files. */
    STORESCP,
    /** DCMTK's {@code dcmdump}, which reads them. */
    DCMDUMP
}
