package dev.auricle.dicom.network;

import dev.auricle.dicom.query.Query;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Asks an archive what it has, and has it sent: each time on an association of its own, which is then released. */
public final class ArchiveScu {
    private final DicomNetwork network;
    private final AssociationTimeouts timeouts;

    public ArchiveScu(DicomNetwork network, AssociationTimeouts timeouts) {
        this.network = network;
        this.timeouts = timeouts;
    }

    /** C-FIND; see {@link Association#find}. */
    public Operation<DimseStatus> find(Peer archive, Query query, MatchSink matches) {
        return on(archive, AssociationOffer.of(query.root().find()), association -> association.find(query, matches));
    }

    /** C-MOVE; see {@link Association#move}. */
    public Operation<Retrieved> move(Peer archive, Query query, String destination, Consumer<SubOperations> progress) {
        return on(
                archive,
                AssociationOffer.of(query.root().move()),
                association -> association.move(query, destination, progress));
    }

    /** C-GET of instances of these classes; see {@link Association#get} and {@link AssociationOffer#retrieving}. */
    public Operation<Retrieved> get(
            Peer archive, Query query, List<String> sopClasses, StoreScp storage, Consumer<SubOperations> progress) {
        return on(
                archive,
                AssociationOffer.retrieving(query.root().get(), sopClasses),
                association -> association.get(query, storage, progress));
    }

    private <T> Operation<T> on(Peer archive, AssociationOffer offer, Function<Association, Operation<T>> operation) {
        var begun = network.connect(archive, offer, timeouts)
                .map(association -> new Begun<>(association, operation.apply(association)));
        var outcome = Promise.<T>promise();
        begun.compose(all -> all.operation().outcome().eventually(all.association()::release))
                .onComplete(outcome);
        return new Operation<>() {
            @Override
            public Future<T> outcome() {
                return outcome.future();
            }

            @Override
            public void cancel() {
                begun.onSuccess(all -> all.operation().cancel());
            }
        };
    }

    private record Begun<T>(Association association, Operation<T> operation) {}
}
