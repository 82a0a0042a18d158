package dev.auricle.dicom.web;

import dev.auricle.dicom.data.Bytes;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.Element;
import dev.auricle.dicom.dictionary.Tag;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.dictionary.Vr;
import dev.auricle.dicom.json.JsonReader;
import dev.auricle.dicom.network.DimseStatus;
import dev.auricle.dicom.network.StoreRequest;
import dev.auricle.dicom.syntax.DataSetWriter;
import dev.auricle.dicom.syntax.ReadLimits;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A first part of {@code application/dicom+json} with the data sets of all instances, and one of {@code
 * application/octet-stream} for each value that they only refer to, by Content-Location (PS3.18, 8.7.3.2 and 10.5). A
 * data set is whole only when its values are there, so all of the body is held in memory; the limits keep it small.
 */
final class MetadataParts implements StoreParts {
    private static final int DEPTH = 64;
    private static final TransferSyntax SYNTAX = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;

    private final InstancePart.Destination destination;
    private final long limit;
    private final Map<String, Buffer> bulk = new HashMap<>();
    private final List<StoreOutcome> outcomes = new ArrayList<>();
    private Optional<Buffer> metadata = Optional.empty();
    private Buffer current = Buffer.buffer();

    MetadataParts(InstancePart.Destination destination, long limit) {
        this.destination = destination;
        this.limit = limit;
    }

    @Override
    public Future<Void> begin(PartHeaders headers) {
        current = Buffer.buffer();
        var type = headers.contentType().map(MediaType::essence).orElse("");
        if (metadata.isEmpty() && type.equals(MediaType.DICOM_JSON)) {
            metadata = Optional.of(current);
            return Future.succeededFuture();
        }
        if (metadata.isEmpty()
                || !type.equals(MediaType.OCTETS)
                || headers.location().isEmpty()) {
            return Future.failedFuture(new UnableToServe(415, "a part of metadata comes first, then octets"));
        }
        bulk.put(headers.location().get(), current);
        return Future.succeededFuture();
    }

    @Override
    public Future<Void> write(Buffer piece) {
        current.appendBuffer(piece);
        return Future.succeededFuture();
    }

    @Override
    public Future<Void> end() {
        return Future.succeededFuture();
    }

    @Override
    public void abort(Throwable cause) {
        bulk.clear();
    }

    /** Fails with {@code UnableToReadJson} where the first part is not what it says it is. */
    @Override
    public Future<List<StoreOutcome>> finish() {
        var text = Bytes.wrap(metadata.orElseGet(Buffer::buffer).getBytes());
        var limits = new ReadLimits(DEPTH, limit, limit);
        var dataSets = new JsonReader(limits, this::resolve).readAll(text);
        var stored = Future.<Void>succeededFuture();
        for (var dataSet : dataSets) {
            stored = stored.compose(nothing -> store(dataSet));
        }
        return stored.map(nothing -> outcomes());
    }

    @Override
    public List<StoreOutcome> outcomes() {
        return List.copyOf(outcomes);
    }

    private Optional<Element> resolve(Tag tag, Vr vr, String location) {
        var value = bulk.get(location);
        return value == null || vr == Vr.SQ
                ? Optional.empty()
                : DataSet.builder().bytes(tag, vr, value.getBytes()).build().element(tag);
    }

    private Future<Void> store(DataSet dataSet) {
        var sopClass = uid(dataSet, Tags.SOP_CLASS_UID);
        var sopInstance = uid(dataSet, Tags.SOP_INSTANCE_UID);
        if (sopClass.isEmpty() || sopInstance.isEmpty()) {
            outcomes.add(new StoreOutcome.Unidentified(
                    DimseStatus.CANNOT_UNDERSTAND.because("a data set does not say what it is")));
            return Future.succeededFuture();
        }
        return status(dataSet, sopClass.get(), sopInstance.get()).map(status -> {
            outcomes.add(new StoreOutcome.Identified(sopClass.get(), sopInstance.get(), status));
            return null;
        });
    }

    private Future<DimseStatus> status(DataSet dataSet, String sopClass, String sopInstance) {
        if (!InstancePart.STORAGE.test(sopClass)) {
            return Future.succeededFuture(DimseStatus.SOP_CLASS_NOT_SUPPORTED);
        }
        if (destination.study().isPresent()
                && !uid(dataSet, Tags.STUDY_INSTANCE_UID).equals(destination.study())) {
            return Future.succeededFuture(InstancePart.ANOTHER_STUDY);
        }
        var bytes = Buffer.buffer(DataSetWriter.write(dataSet, SYNTAX).toArray());
        var sink = destination
                .storage()
                .beginGuarded(new StoreRequest(destination.sender(), sopClass, sopInstance, SYNTAX.uid()));
        return Pieces.write(bytes, sink).compose(nothing -> sink.end());
    }

    private static Optional<String> uid(DataSet dataSet, Tag tag) {
        return InstancePart.uid(dataSet, tag);
    }
}
