package dev.auricle.dicom.web;

import dev.auricle.dicom.data.Bytes;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.UnableToReadValue;
import dev.auricle.dicom.data.Value;
import dev.auricle.dicom.dictionary.Tag;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.dictionary.Uids;
import dev.auricle.dicom.network.AssociationInfo;
import dev.auricle.dicom.network.ContextPolicy;
import dev.auricle.dicom.network.DimseStatus;
import dev.auricle.dicom.network.InstanceSink;
import dev.auricle.dicom.network.StoreRequest;
import dev.auricle.dicom.network.StoreScp;
import dev.auricle.dicom.network.UnableToStore;
import dev.auricle.dicom.syntax.DataSetReader;
import dev.auricle.dicom.syntax.FileFront;
import dev.auricle.dicom.syntax.Header;
import dev.auricle.dicom.syntax.ReadLimits;
import dev.auricle.dicom.syntax.UnableToReadDataSet;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One file of PS3.10 on its way from a body into a sink. Its front is held until it says what the instance is, and, where
 * a study is demanded, whose study; the rest is handed on as it comes. What cannot be taken is thrown away with a status.
 */
final class InstancePart {
    static final DimseStatus ANOTHER_STUDY = DimseStatus.DATA_SET_MISMATCH.because("of another study than the request");

    /** What the front of a file, or its data set up to the study, may take before it is no image any more. */
    private static final int LONGEST_FRONT = 1 << 20;

    private static final int FIRST_LOOK = 1 << 10;
    private static final ReadLimits FRONT_LIMITS = ReadLimits.DEFAULT.withTotal(4L * LONGEST_FRONT);
    private static final DataSetReader READER = new DataSetReader(FRONT_LIMITS);
    /** Whether a SOP class is one that images and the like are stored as. */
    static final Predicate<String> STORAGE = ContextPolicy.archive().sopClasses();

    private final Destination destination;
    private Buffer front = Buffer.buffer();
    private int nextLook = FIRST_LOOK;
    private State state = new Waiting();

    /**
     * Where instances go.
     *
     * @param study the only study that is taken, if not all are
     */
    record Destination(StoreScp storage, AssociationInfo sender, Optional<String> study) {}

    private sealed interface State {}

    private record Waiting() implements State {}

    private record Streaming(StoreRequest request, InstanceSink sink) implements State {}

    private record Refused(StoreOutcome outcome) implements State {}

    InstancePart(Destination destination) {
        this.destination = destination;
    }

    Future<Void> write(Buffer piece) {
        if (state instanceof Streaming streaming) {
            return streaming.sink().write(piece);
        }
        if (state instanceof Refused) {
            return Future.succeededFuture();
        }
        front = Buffer.buffer().appendBuffer(front).appendBuffer(piece);
        if (front.length() < nextLook) {
            return Future.succeededFuture();
        }
        nextLook = 2 * front.length();
        return look();
    }

    Future<StoreOutcome> end() {
        return (state instanceof Waiting ? look() : Future.<Void>succeededFuture()).compose(nothing -> outcome());
    }

    void abort(Throwable cause) {
        if (state instanceof Streaming streaming) {
            streaming.sink().abort(cause);
        }
    }

    private Future<StoreOutcome> outcome() {
        if (state instanceof Streaming streaming) {
            var request = streaming.request();
            return streaming
                    .sink()
                    .end()
                    .map(status -> new StoreOutcome.Identified(request.sopClass(), request.sopInstance(), status));
        }
        return Future.succeededFuture(
                state instanceof Refused refused
                        ? refused.outcome()
                        : new StoreOutcome.Unidentified(notUnderstood("the file is not whole")));
    }

    /** Begins, if the front says enough. */
    private Future<Void> look() {
        var bytes = Bytes.wrap(front.getBytes());
        try {
            var found = FileFront.of(bytes, FRONT_LIMITS);
            if (found.isPresent()) {
                return begin(found.get(), bytes);
            }
        } catch (UnableToReadDataSet malformed) {
            return refuse(new StoreOutcome.Unidentified(notUnderstood("not a DICOM file")));
        }
        return bytes.size() < LONGEST_FRONT
                ? Future.succeededFuture()
                : refuse(new StoreOutcome.Unidentified(notUnderstood("the file meta information has no end")));
    }

    private Future<Void> begin(FileFront file, Bytes bytes) {
        var sopClass = uid(file.meta(), Tags.MEDIA_STORAGE_SOP_CLASS_UID);
        var sopInstance = uid(file.meta(), Tags.MEDIA_STORAGE_SOP_INSTANCE_UID);
        if (sopClass.isEmpty() || sopInstance.isEmpty()) {
            return refuse(new StoreOutcome.Unidentified(notUnderstood("the file does not say what it is")));
        }
        try {
            var syntax = uid(file.meta(), Tags.TRANSFER_SYNTAX_UID)
                    .flatMap(TransferSyntax::of)
                    .orElseThrow(() -> new UnableToStore(WebStatus.TRANSFER_SYNTAX_NOT_SUPPORTED));
            requireStorage(sopClass.get());
            if (isOfWantedStudy(bytes.slice(file.length(), bytes.size()), syntax)) {
                return stream(
                        new StoreRequest(destination.sender(), sopClass.get(), sopInstance.get(), syntax.uid()), file);
            }
            return Future.succeededFuture();
        } catch (UnableToStore refusal) {
            return refuse(new StoreOutcome.Identified(sopClass.get(), sopInstance.get(), refusal.status()));
        }
    }

    private Future<Void> stream(StoreRequest request, FileFront file) {
        var sink = destination.storage().beginGuarded(request);
        state = new Streaming(request, sink);
        var rest = front.slice(file.length(), front.length());
        front = Buffer.buffer();
        return Pieces.write(rest, sink);
    }

    private Future<Void> refuse(StoreOutcome outcome) {
        state = new Refused(outcome);
        front = Buffer.buffer();
        return Future.succeededFuture();
    }

    /** Whether the study is the one demanded; false also as long as the front does not reach it. */
    private boolean isOfWantedStudy(Bytes dataSet, TransferSyntax syntax) {
        if (destination.study().isEmpty()) {
            return true;
        }
        var header = header(dataSet, syntax);
        var study = uid(header.dataSet(), Tags.STUDY_INSTANCE_UID);
        if (study.isPresent()) {
            if (!study.equals(destination.study())) {
                throw new UnableToStore(ANOTHER_STUDY);
            }
            return true;
        }
        if (header.reachedStop() || dataSet.size() >= LONGEST_FRONT) {
            throw new UnableToStore(notUnderstood("the data set does not say which study it is of"));
        }
        return false;
    }

    private static Header header(Bytes dataSet, TransferSyntax syntax) {
        try {
            return READER.readUntil(Tags.SERIES_INSTANCE_UID, dataSet, syntax);
        } catch (UnableToReadDataSet malformed) {
            throw new UnableToStore(notUnderstood("the data set cannot be read"));
        }
    }

    private static void requireStorage(String sopClass) {
        if (!STORAGE.test(sopClass)) {
            throw new UnableToStore(DimseStatus.SOP_CLASS_NOT_SUPPORTED);
        }
    }

    /** A valid UID, if the attribute is there and is one. */
    static Optional<String> uid(DataSet dataSet, Tag tag) {
        try {
            return dataSet.find(tag).map(Value::string).filter(Uids::isValid);
        } catch (UnableToReadValue malformed) {
            return Optional.empty();
        }
    }

    private static DimseStatus notUnderstood(String why) {
        return DimseStatus.CANNOT_UNDERSTAND.because(why);
    }
}
