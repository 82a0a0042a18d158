package dev.auricle.deploy.survive;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.CacheControlDirective;
import ca.uhn.fhir.rest.api.SummaryEnum;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import dev.auricle.deploy.embed.DicomArchive;
import dev.auricle.deploy.embed.FhirServer;
import dev.auricle.deploy.embed.Ports;
import dev.auricle.dicom.network.VertxDicomNetwork;
import dev.auricle.schemas.configuration.Configuration;
import dev.auricle.schemas.connect.KafkaConnection;
import dev.auricle.schemas.log.LogReader.Entry;
import dev.auricle.schemas.plan.Plan;
import dev.auricle.schemas.record.DeliveryFailed;
import dev.auricle.schemas.record.Segmentation;
import dev.auricle.schemas.topic.Topics;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.hl7.fhir.r4.model.Bundle;

/** Inference in a process of its own, an archive that is not there at first, and a FHIR server behind a gate. */
final class DeliveryRun implements AutoCloseable {
    private static final String INFERENCE = "inference";
    private static final Plan PLAN =
            Configuration.parse("""
                    federation: atrium
                    sites: [north]
                    preprocessing: {rows: 8, columns: 8, rowSpacing: 2, columnSpacing: 2, sliceSpacing: 3, centre: image}
                    classes:
                      - name: Left atrium
                        category: {value: "91723000", scheme: SCT, meaning: Anatomical structure}
                        type: {value: "82471001", scheme: SCT, meaning: Left atrium}
                    network: {baseChannels: 4, depth: 1}
                    """, "plan.yaml", Map.of()).as(Plan.class);

    private final Path directory;
    private final Vertx vertx = Vertx.vertx();
    private final int archivePort = Ports.free();
    private final FhirServer fhir;
    private final FhirGate gate;
    private final Hub hub;
    private final Admin admin;
    private final Children children = new Children("delivery");
    private final IGenericClient client;
    private Optional<DicomArchive> archive = Optional.empty();

    /** Starts the servers. */
    DeliveryRun(Path directory) {
        this.directory = directory;
        fhir = FhirServer.start(directory.resolve("fhir"), Ports.free());
        gate = new FhirGate(fhir.base());
        hub = new Hub(directory.resolve("kafka"));
        admin = hub.connection().admin();
        client = FhirContext.forR4Cached().newRestfulGenericClient(fhir.base().toString());
    }

    /** Starts inference, with studies that wait and a model that is released. */
    void begin(List<String> studies) {
        hub.createTopics();
        ReleasedModel.write(hub.connection(), PLAN);
        studies.forEach(study -> new WaitingSeries(PLAN, study).write(hub.connection()));
        children.start(INFERENCE, "inference", "--config", configuration(hub.connection()));
    }

    FhirGate gate() {
        return gate;
    }

    /** Waits until something is so. */
    void awaitThat(String what, BooleanSupplier isSo) {
        children.awaitThat(what, isSo);
    }

    List<DeliveryFailed> failures() {
        return hub.read(Topics.DELIVERY_FAILED).stream().map(Entry::value).toList();
    }

    /** Kills inference and starts it again. */
    void killAndStartAgain() {
        children.kill(INFERENCE);
        children.startAgain(INFERENCE);
    }

    /** From now on the archive is there. */
    DicomArchive openArchive() {
        var opened = new DicomArchive(
                vertx, new VertxDicomNetwork(vertx), "ARCHIVE", directory.resolve("archive"), archivePort);
        archive = Optional.of(opened);
        return opened;
    }

    List<Segmentation> segmentations() {
        return hub.read(Topics.SEGMENTATIONS).stream().map(Entry::value).toList();
    }

    /** Whether the last segmentation is through: committed as delivered. */
    boolean isAllDelivered() {
        long last = hub.read(Topics.SEGMENTATIONS).stream()
                .mapToLong(Entry::offset)
                .max()
                .orElse(Long.MAX_VALUE);
        try {
            return admin
                    .listConsumerGroupOffsets("auricle-inference-deliver")
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .values()
                    .stream()
                    .anyMatch(noted -> noted.offset() > last);
        } catch (ExecutionException notKnownYet) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** How many resources of a type the FHIR server has now, not when it was last asked. */
    int resources(String type) {
        return client.search()
                .forResource(type)
                .summaryMode(SummaryEnum.COUNT)
                .cacheControl(new CacheControlDirective().setNoCache(true))
                .returnBundle(Bundle.class)
                .execute()
                .getTotal();
    }

    @Override
    public void close() {
        children.close();
        archive.ifPresent(DicomArchive::close);
        admin.close();
        hub.close();
        gate.close();
        fhir.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private String configuration(KafkaConnection kafka) {
        var yaml = """
                federation: {name: atrium, bootstrap: '%1$s'}
                site: {bootstrap: '%1$s'}
                %2$s
                inference:
                  archive: {host: 127.0.0.1, port: %3$d, aeTitle: ARCHIVE}
                  fhir: {url: '%4$s'}
                  retry: {first: 100ms, longest: 1s, attempts: 600}
                """.formatted(kafka.bootstrap(), Hub.TOPICS, archivePort, gate.base());
        try {
            return Files.writeString(directory.resolve("auricle.yaml"), yaml).toString();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
