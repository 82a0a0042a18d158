package dev.auricle.dicom.network;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what it is given, for a test to look at. */
public final class GatheringScp implements StoreScp {
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final List<Throwable> aborted = new CopyOnWriteArrayList<>();

    /** One whole instance. */
    public record Received(StoreRequest request, Buffer dataSet) {}

    public List<Received> received() {
        return received;
    }

    public List<Throwable> aborted() {
        return aborted;
    }

    @Override
    public InstanceSink begin(StoreRequest request) {
        var dataSet = Buffer.buffer();
        return new InstanceSink() {
            @Override
            public Future<Void> write(Buffer fragment) {
                dataSet.appendBuffer(fragment);
                return Future.succeededFuture();
            }

            @Override
            public Future<DimseStatus> end() {
                received.add(new Received(request, dataSet));
                return Future.succeededFuture(DimseStatus.SUCCESS);
            }

            @Override
            public void abort(Throwable cause) {
                aborted.add(cause);
            }
        };
    }
}
