package dev.auricle.inference.retry;

import dev.auricle.schemas.connect.KafkaConnection;
import dev.auricle.schemas.key.SegmentationKey;
import dev.auricle.schemas.log.LogScan;
import dev.auricle.schemas.log.LogScan.Found;
import dev.auricle.schemas.record.DeliveryFailed;
import dev.auricle.schemas.record.LogRef;
import dev.auricle.schemas.record.Segmentation;
import dev.auricle.schemas.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads which results of a site could not be delivered and have not been put back since. */
public final class ReadFailures {
    private static final Duration CLOCKS_DIFFER = Duration.ofHours(1);

    private final KafkaConnection cluster;
    private final LogScan.Progress progress;

    /** From a site's cluster. */
    public ReadFailures(KafkaConnection cluster, LogScan.Progress progress) {
        this.cluster = cluster;
        this.progress = progress;
    }

    /** The last failure of each result, in the order in which results failed first. */
    public List<DeliveryFailed> read(String site) {
        var failures = new LinkedHashMap<SegmentationKey, DeliveryFailed>();
        try (var scan = new LogScan(cluster, progress)) {
            scan.scan(Topics.DELIVERY_FAILED, Instant.EPOCH, found -> {
                if (found.value().getSite().equals(site)
                        && isSegmentation(found.value().getSegmentation())) {
                    failures.put(found.key(), found.value());
                }
            });
            failures.values().stream()
                    .map(failed -> Instant.ofEpochMilli(failed.getFailedAtMs()))
                    .min(Instant::compareTo)
                    .ifPresent(first -> scan.scan(
                            Topics.SEGMENTATIONS,
                            first.minus(CLOCKS_DIFFER),
                            later -> removeIfPutBack(failures, later)));
        }
        return List.copyOf(failures.values());
    }

    /** What was segmented and not delivered can be put back; what was not even segmented cannot. */
    private static boolean isSegmentation(LogRef place) {
        return place.getTopic().equals(Topics.SEGMENTATIONS.name());
    }

    private static void removeIfPutBack(
            Map<SegmentationKey, DeliveryFailed> failures, Found<SegmentationKey, Segmentation> later) {
        var failed = failures.get(later.key());
        if (failed != null
                && isOfOne(failed, later)
                && later.offset() > failed.getSegmentation().getLastOffset()) {
            failures.remove(later.key());
        }
    }

    private static boolean isOfOne(DeliveryFailed failed, Found<SegmentationKey, Segmentation> later) {
        return later.value().getSite().equals(failed.getSite())
                && later.partition() == failed.getSegmentation().getPartition();
    }
}
