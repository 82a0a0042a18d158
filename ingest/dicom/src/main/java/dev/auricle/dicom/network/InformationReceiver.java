package dev.auricle.dicom.network;

import dev.auricle.dicom.data.DataSet;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.Optional;
import java.util.function.Function;

/** Reads the information of an N-ACTION or N-EVENT-REPORT, and has the status to answer it with. */
final class InformationReceiver<T> implements DataSetReceiver {
    /** PS3.7, annex C: the information is not what it should be. */
    private static final DimseStatus INVALID_ARGUMENT = new DimseStatus(0x0115, "");

    private final IdentifierReceiver gathering;
    private final Function<DataSet, T> read;
    private final Function<T, Future<DimseStatus>> take;
    private Optional<T> information = Optional.empty();

    InformationReceiver(AcceptedContext accepted, Function<DataSet, T> read, Function<T, Future<DimseStatus>> take) {
        this.gathering = new IdentifierReceiver(accepted, this::gathered);
        this.read = read;
        this.take = take;
    }

    @Override
    public Future<Void> write(Buffer fragment) {
        return gathering.write(fragment);
    }

    @Override
    public Future<DimseStatus> end() {
        var ended = gathering.end();
        return ended.failed()
                ? Future.succeededFuture(INVALID_ARGUMENT)
                : Guard.call(() -> take.apply(information.orElseThrow()));
    }

    @Override
    public void abort(Throwable cause) {}

    private Future<Void> gathered(DataSet dataSet) {
        return Guard.call(() -> {
            information = Optional.of(read.apply(dataSet));
            return Future.succeededFuture();
        });
    }
}
