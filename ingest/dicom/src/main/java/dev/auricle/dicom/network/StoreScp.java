package dev.auricle.dicom.network;

/** Takes the instances that peers store here. */
@FunctionalInterface
public interface StoreScp {
    /** Called on an event loop when an instance begins; must not block. */
    InstanceSink begin(StoreRequest request);
}
