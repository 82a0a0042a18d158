package dev.auricle.ingest.receive;

import com.google.protobuf.ByteString;
import dev.auricle.dicom.network.DimseStatus;
import dev.auricle.dicom.network.InstanceSink;
import dev.auricle.dicom.network.StoreRequest;
import dev.auricle.dicom.network.UnableToStore;
import dev.auricle.schemas.identity.KeyedHash;
import dev.auricle.schemas.identity.Sha256;
import dev.auricle.schemas.record.InstanceChunk;
import dev.auricle.schemas.record.InstanceSeal;
import dev.auricle.schemas.topic.Topics;
import dev.auricle.schemas.topic.Traces;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One instance on its way from an association into the log: hashed as it comes and collected into chunks on the event
 * loop, made into records and sent on the publisher's thread. Only an instance whose last chunk carries its seal counts;
 * what a broken association leaves behind does not.
 */
final class InstanceUpload implements InstanceSink {
    private static final Logger LOG = LoggerFactory.getLogger(InstanceUpload.class);

    private final StoreRequest request;
    private final String site;
    private final String transfer;
    private final KeyedHash pseudonyms;
    private final ChunkPublisher publisher;

    private final List<Future<Void>> acknowledgements = new ArrayList<>();
    private final MessageDigest digest = Sha256.digest();
    private ChunkData pending = new ChunkData();
    private int chunks;
    private long total;

    // Touched on the publisher's thread only.
    private Optional<Identity> identity = Optional.empty();

    InstanceUpload(StoreRequest request, String site, String transfer, KeyedHash pseudonyms, ChunkPublisher publisher) {
        this.request = request;
        this.site = site;
        this.transfer = transfer;
        this.pseudonyms = pseudonyms;
        this.publisher = publisher;
    }

    @Override
    public Future<Void> write(Buffer fragment) {
        if (pending.size() > 0 && pending.size() + fragment.length() > Topics.PAYLOAD_BYTES) {
            send(Optional.empty());
        }
        pending.add(fragment, digest);
        total += fragment.length();
        return publisher.room();
    }

    @Override
    public Future<DimseStatus> end() {
        send(Optional.of(seal()));
        return Future.all(acknowledgements).map(DimseStatus.SUCCESS).recover(this::answerFailure);
    }

    @Override
    public void abort(Throwable cause) {
        LOG.atWarn()
                .addKeyValue("site", site)
                .addKeyValue("calling", request.association().callingAe())
                .log("an association ended in the middle of an instance; the sender still has it");
    }

    private InstanceSeal seal() {
        return InstanceSeal.newBuilder()
                .setChunks(chunks + 1)
                .setBytes(total)
                .setSha256(ByteString.copyFrom(digest.digest()))
                .build();
    }

    private void send(Optional<InstanceSeal> seal) {
        var chunk = pending;
        int number = chunks++;
        pending = new ChunkData();
        publisher.announce(chunk.size());
        var acknowledged = Promise.<Void>promise();
        acknowledgements.add(acknowledged.future());
        publisher.execute(() -> publish(chunk, number, seal).onComplete(acknowledged));
    }

    private Future<Void> publish(ChunkData data, int number, Optional<InstanceSeal> seal) {
        try {
            var whose = identify(data);
            var record = Topics.DICOM_INSTANCES.record(whose.study(), chunk(whose, data, number, seal));
            Traces.of(pseudonyms.hex("study", whose.study())).forEach(record.headers()::add);
            return publisher.publish(record, data.size());
        } catch (UnableToStore refused) {
            publisher.settle(data.size());
            return Future.failedFuture(refused);
        }
    }

    private InstanceChunk chunk(Identity whose, ChunkData data, int number, Optional<InstanceSeal> seal) {
        var chunk = InstanceChunk.newBuilder()
                .setSite(site)
                .setTransferId(transfer)
                .setStudyInstanceUid(whose.study())
                .setSeriesInstanceUid(whose.series())
                .setSopInstanceUid(request.sopInstance())
                .setSopClassUid(request.sopClass())
                .setTransferSyntaxUid(request.transferSyntax())
                .setCallingAeTitle(request.association().callingAe())
                .setChunk(number)
                .setData(data.bytes());
        seal.ifPresent(chunk::setSeal);
        return chunk.build();
    }

    private Identity identify(ChunkData data) {
        var known = identity.orElseGet(() -> Identity.of(request, data));
        identity = Optional.of(known);
        return known;
    }

    private Future<DimseStatus> answerFailure(Throwable failure) {
        if (failure instanceof UnableToStore refused) {
            return Future.succeededFuture(refused.status());
        }
        LOG.atError()
                .addKeyValue("site", site)
                .addKeyValue("failure", failure.getClass().getSimpleName())
                .log("the brokers did not acknowledge an instance; the sender keeps it");
        return Future.succeededFuture(DimseStatus.OUT_OF_RESOURCES.because("the log is not available"));
    }
}
