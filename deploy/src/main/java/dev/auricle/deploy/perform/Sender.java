package dev.auricle.deploy.perform;

import dev.auricle.deploy.supply.HospitalStudies;
import dev.auricle.deploy.supply.Instance;
import dev.auricle.deploy.supply.Study;
import dev.auricle.dicom.network.AssociationTimeouts;
import dev.auricle.dicom.network.DicomNetwork;
import dev.auricle.dicom.network.Peer;
import dev.auricle.dicom.network.SendOutcome;
import dev.auricle.dicom.network.StoreScu;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends studies as a hospital's PACS does: one association a study, images first. */
final class Sender {
    private static final String PACS = "PACS";

    private final StoreScu scu;
    private final int port;

    Sender(DicomNetwork network, int port) {
        scu = new StoreScu(network, AssociationTimeouts.DEFAULT);
        this.port = port;
    }

    /** Images and annotations. */
    void sendAnnotated(HospitalStudies hospital, Study study) {
        var instances = new ArrayList<Instance>();
        study.images().forEach(instances::addAll);
        instances.addAll(study.annotations());
        send(hospital, instances);
    }

    /** Images alone. */
    void sendImages(HospitalStudies hospital, Study study) {
        send(hospital, study.images().stream().flatMap(List::stream).toList());
    }

    private void send(HospitalStudies hospital, List<Instance> instances) {
        var peer = new Peer("127.0.0.1", port, Federation.aeTitle(hospital.name()), PACS);
        var outcomes = await(peer, instances);
        long stored = outcomes.stream().filter(SendOutcome::isStored).count();
        if (stored < instances.size()) {
            throw new DemoIncomplete(
                    "the gateway of " + hospital.name() + " took " + stored + " of " + instances.size() + " instances");
        }
    }

    private List<SendOutcome> await(Peer peer, List<Instance> instances) {
        try {
            return scu.send(peer, instances.stream().map(Instance::outgoing).toList())
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(10, TimeUnit.MINUTES);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new DemoIncomplete("interrupted while a study was sent");
        } catch (ExecutionException | TimeoutException failed) {
            throw new DemoIncomplete("a study could not be sent: " + failed.getMessage());
        }
    }
}
