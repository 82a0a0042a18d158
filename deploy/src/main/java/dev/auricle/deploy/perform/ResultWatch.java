package dev.auricle.deploy.perform;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import dev.auricle.deploy.embed.DicomArchive;
import dev.auricle.deploy.observe.DemoReport;
import dev.auricle.inference.encode.ResultIdentity;
import dev.auricle.schemas.connect.KafkaConnection;
import dev.auricle.schemas.key.SegmentationKey;
import dev.auricle.schemas.log.Follower;
import dev.auricle.schemas.record.DeliveryFailed;
import dev.auricle.schemas.record.SegmentVolume;
import dev.auricle.schemas.record.Segmentation;
import dev.auricle.schemas.topic.Topics;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.DiagnosticReport;

/** Watches results arrive: SEG objects in the archive, reports on the FHIR server. */
final class ResultWatch implements AutoCloseable {
    private static final Duration TICK = Duration.ofMillis(100);

    private final DicomArchive archive;
    private final IGenericClient fhir;
    private final Follower<SegmentationKey, Segmentation> segmentations;
    private final Follower<SegmentationKey, DeliveryFailed> failures;
    private final Map<ResultIdentity, Segmentation> segmented = new LinkedHashMap<>();
    private final Set<ResultIdentity> arrived = new HashSet<>();
    private final List<DeliveryFailed> failed = new ArrayList<>();

    ResultWatch(KafkaConnection kafka, DicomArchive archive, URI fhirBase) {
        this.archive = archive;
        fhir = FhirContext.forR4Cached().newRestfulGenericClient(fhirBase.toString());
        segmentations = new Follower<>(kafka, Topics.SEGMENTATIONS);
        failures = new Follower<>(kafka, Topics.DELIVERY_FAILED);
    }

    /** Takes in what has come. */
    void look() {
        segmentations
                .poll(TICK)
                .forEach(entry -> segmented.putIfAbsent(ResultIdentity.of(entry.value()), entry.value()));
        failures.poll(TICK).forEach(entry -> failed.add(entry.value()));
        var stored = Set.copyOf(archive.instances());
        for (var identity : segmented.keySet()) {
            if (!arrived.contains(identity) && stored.contains(identity.segUid()) && isReported(identity)) {
                arrived.add(identity);
            }
        }
    }

    /** How many are segmented. */
    int segmented() {
        return segmented.size();
    }

    /** Series whose SEG and whose report have arrived, or of which it is known that they will not. */
    int settled() {
        var series = arrived.stream().map(ResultIdentity::series).collect(Collectors.toSet());
        failed.forEach(failure -> series.add(failure.getSeriesInstanceUid()));
        return series.size();
    }

    /** How many deliveries failed. */
    int failed() {
        return failed.size();
    }

    /** What has arrived. */
    List<DemoReport.Result> results() {
        return segmented.entrySet().stream()
                .filter(entry -> arrived.contains(entry.getKey()))
                .map(entry -> new DemoReport.Result(
                        entry.getKey().study(),
                        entry.getKey().series(),
                        entry.getValue().getVolumesList().stream()
                                .mapToDouble(SegmentVolume::getMillilitres)
                                .sum(),
                        entry.getKey().segUid(),
                        "DiagnosticReport/" + entry.getKey().fhirId("report")))
                .toList();
    }

    /** The SEG of each series that has arrived, by series. */
    Map<String, String> segUids() {
        var uids = new LinkedHashMap<String, String>();
        results().forEach(result -> uids.put(result.series(), result.segUid()));
        return uids;
    }

    @Override
    public void close() {
        segmentations.close();
        failures.close();
    }

    private boolean isReported(ResultIdentity identity) {
        try {
            fhir.read()
                    .resource(DiagnosticReport.class)
                    .withId(identity.fhirId("report"))
                    .execute();
            return true;
        } catch (ResourceNotFoundException notYet) {
            return false;
        }
    }
}
