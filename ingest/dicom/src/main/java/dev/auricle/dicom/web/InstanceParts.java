package dev.auricle.dicom.web;

import dev.auricle.dicom.network.DimseStatus;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parts of {@code application/dicom}, each a file. */
final class InstanceParts implements StoreParts {
    private final InstancePart.Destination destination;
    private final List<StoreOutcome> outcomes = new ArrayList<>();
    private Optional<InstancePart> current = Optional.empty();

    InstanceParts(InstancePart.Destination destination) {
        this.destination = destination;
    }

    @Override
    public Future<Void> begin(PartHeaders headers) {
        boolean wanted =
                headers.contentType().isEmpty() || headers.contentType().get().is(MediaType.DICOM);
        current = wanted ? Optional.of(new InstancePart(destination)) : Optional.empty();
        return Future.succeededFuture();
    }

    @Override
    public Future<Void> write(Buffer piece) {
        return current.map(part -> part.write(piece)).orElseGet(Future::succeededFuture);
    }

    @Override
    public Future<Void> end() {
        var ended = current.map(InstancePart::end)
                .orElseGet(() -> Future.succeededFuture(new StoreOutcome.Unidentified(
                        DimseStatus.CANNOT_UNDERSTAND.because("a part is not application/dicom"))));
        current = Optional.empty();
        return ended.map(outcome -> {
            outcomes.add(outcome);
            return null;
        });
    }

    @Override
    public void abort(Throwable cause) {
        current.ifPresent(part -> part.abort(cause));
    }

    @Override
    public Future<List<StoreOutcome>> finish() {
        return Future.succeededFuture(outcomes());
    }

    @Override
    public List<StoreOutcome> outcomes() {
        return List.copyOf(outcomes);
    }
}
