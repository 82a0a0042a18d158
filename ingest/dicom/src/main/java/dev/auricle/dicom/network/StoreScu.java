package dev.auricle.dicom.network;

import dev.auricle.dicom.pdu.ProposedContext;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Stores instances elsewhere: proposes one context for each SOP class and transfer syntax among them, sends them in
 * order, and says goodbye. What fails fails by itself; the others are sent all the same.
 */
public final class StoreScu {
    private final DicomNetwork network;
    private final AssociationTimeouts timeouts;

    public StoreScu(DicomNetwork network, AssociationTimeouts timeouts) {
        this.network = network;
        this.timeouts = timeouts;
    }

    /** One outcome for each instance, in their order; the future itself does not fail. */
    public Future<List<SendOutcome>> send(Peer peer, List<OutgoingInstance> instances) {
        if (instances.isEmpty()) {
            return Future.succeededFuture(List.of());
        }
        var contexts = contexts(instances);
        return network.connect(peer, AssociationOffer.of(contexts), timeouts)
                .compose(association -> sendAll(association, instances))
                .recover(cause -> Future.succeededFuture(instances.stream()
                        .map(instance -> failed(instance, cause))
                        .toList()));
    }

    private static List<ProposedContext> contexts(List<OutgoingInstance> instances) {
        record Wanted(String sopClass, String transferSyntax) {}
        var wanted = new LinkedHashSet<Wanted>();
        instances.forEach(instance -> wanted.add(new Wanted(instance.sopClass(), instance.transferSyntax())));
        var contexts = new ArrayList<ProposedContext>();
        for (var context : wanted) {
            contexts.add(new ProposedContext(
                    2 * contexts.size() + 1, context.sopClass(), List.of(context.transferSyntax())));
        }
        return contexts;
    }

    private static Future<List<SendOutcome>> sendAll(Association association, List<OutgoingInstance> instances) {
        var outcomes =
                instances.stream().map(instance -> send(association, instance)).toList();
        return Future.join(outcomes)
                .transform(all -> association.release())
                .transform(gone -> Future.succeededFuture(
                        outcomes.stream().map(Future::result).toList()));
    }

    private static Future<SendOutcome> send(Association association, OutgoingInstance instance) {
        return association
                .store(instance)
                .<SendOutcome>map(status -> new SendOutcome.Answered(instance.sopInstance(), status))
                .recover(cause -> Future.succeededFuture(failed(instance, cause)));
    }

    private static SendOutcome failed(OutgoingInstance instance, Throwable cause) {
        return new SendOutcome.Failed(instance.sopInstance(), cause);
    }
}
