package dev.auricle.dicom.network;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

/** A sink that does what a test says, and counts. */
final class DelegatingSink implements InstanceSink {
    private final Function<Buffer, Future<Void>> write;
    private final Supplier<Future<DimseStatus>> end;
    private final AtomicInteger writes = new AtomicInteger();
    private final List<Throwable> aborted = new CopyOnWriteArrayList<>();

    DelegatingSink(Function<Buffer, Future<Void>> write, Supplier<Future<DimseStatus>> end) {
        this.write = write;
        this.end = end;
    }

    int writes() {
        return writes.get();
    }

    List<Throwable> aborted() {
        return aborted;
    }

    @Override
    public Future<Void> write(Buffer fragment) {
        writes.incrementAndGet();
        return write.apply(fragment);
    }

    @Override
    public Future<DimseStatus> end() {
        return end.get();
    }

    @Override
    public void abort(Throwable cause) {
        aborted.add(cause);
    }
}
