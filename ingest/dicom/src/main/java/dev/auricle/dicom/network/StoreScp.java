package dev.auricle.dicom.network;

/** Takes the instances that peers store here. */
@FunctionalInterface
public interface StoreScp {
    /** Called on an event loop when an instance begins; must not block. */
    InstanceSink begin(StoreRequest request);

    /**
     * Begins an instance, with this provider's own mistakes caught: whatever it or its sink throws or fails with becomes
     * the status, and the rest of the data set is thrown away.
     */
    default InstanceSink beginGuarded(StoreRequest request) {
        return SinkReceiver.begin(this, request);
    }
}
