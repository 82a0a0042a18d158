package dev.auricle.deploy.perform;

import dev.auricle.dicom.dictionary.SopClass;
import dev.auricle.schemas.connect.KafkaConnection;
import dev.auricle.schemas.log.Follower;
import dev.auricle.schemas.record.InstanceChunk;
import dev.auricle.schemas.record.PreparedSlices;
import dev.auricle.schemas.record.Sample;
import dev.auricle.schemas.record.SeriesRejected;
import dev.auricle.schemas.topic.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What has come of the studies that were sent, counted from the topics. */
final class Arrivals implements AutoCloseable {
    private static final Duration TICK = Duration.ofMillis(50);
    private static final Set<String> ANNOTATIONS = Set.of(SopClass.SEGMENTATION.uid(), SopClass.RT_STRUCTURE_SET.uid());

    private final Follower<String, InstanceChunk> instances;
    private final Follower<String, Sample> samples;
    private final Follower<String, PreparedSlices> prepared;
    private final Follower<String, SeriesRejected> rejected;
    private final Map<String, Counts> bySite = new HashMap<>();

    /** What one site has. */
    static final class Counts {
        private final Set<String> studies = new HashSet<>();
        private final Set<String> series = new HashSet<>();
        private final Map<String, Set<Integer>> slicesBySeries = new HashMap<>();
        private final Map<String, Integer> slicesWanted = new HashMap<>();
        private final Set<String> waiting = new HashSet<>();
        private final Set<String> rejected = new HashSet<>();

        int studies() {
            return studies.size();
        }

        /** Series of images. */
        int series() {
            return series.size();
        }

        int slices() {
            return slicesBySeries.values().stream().mapToInt(Set::size).sum();
        }

        int rejected() {
            return rejected.size();
        }

        /** Series of images of which it is known what becomes of them. */
        int settled() {
            long whole = slicesBySeries.entrySet().stream()
                    .filter(entry -> entry.getValue().size() == slicesWanted.getOrDefault(entry.getKey(), 0))
                    .count();
            return (int) whole + waiting.size() + rejected.size();
        }
    }

    Arrivals(KafkaConnection kafka) {
        instances = new Follower<>(kafka, Topics.DICOM_INSTANCES);
        samples = new Follower<>(kafka, Topics.SAMPLES);
        prepared = new Follower<>(kafka, Topics.STUDIES_PREPARED);
        rejected = new Follower<>(kafka, Topics.SERIES_REJECTED);
    }

    /** Takes in what has come. */
    void look() {
        instances.poll(TICK).forEach(entry -> {
            var counts = of(entry.value().getSite());
            counts.studies.add(entry.value().getStudyInstanceUid());
            if (!ANNOTATIONS.contains(entry.value().getSopClassUid())) {
                counts.series.add(entry.value().getSeriesInstanceUid());
            }
        });
        samples.poll(TICK).forEach(entry -> {
            var sample = entry.value();
            var counts = of(sample.getSite());
            counts.slicesBySeries
                    .computeIfAbsent(sample.getSeries(), series -> new HashSet<>())
                    .add(sample.getSlice());
            counts.slicesWanted.put(sample.getSeries(), sample.getSlices());
        });
        prepared.poll(TICK)
                .forEach(entry ->
                        of(entry.value().getSite()).waiting.add(entry.value().getSeriesInstanceUid()));
        rejected.poll(TICK)
                .forEach(entry ->
                        of(entry.value().getSite()).rejected.add(entry.value().getSeriesInstanceUid()));
    }

    Counts of(String site) {
        return bySite.computeIfAbsent(site, name -> new Counts());
    }

    /** Slices to learn from, of all sites. */
    int slices() {
        return bySite.values().stream().mapToInt(Counts::slices).sum();
    }

    /** Series of images of which it is known what becomes of them, of all sites. */
    int settled() {
        return bySite.values().stream().mapToInt(Counts::settled).sum();
    }

    /** Whether so many series of images have been counted, and it is known what becomes of them. */
    boolean areSettled(int series) {
        return settled() >= series
                && bySite.values().stream().mapToInt(Counts::series).sum() >= series;
    }

    /** Series of images that wait for inference, of all sites. */
    int waiting() {
        return bySite.values().stream()
                .mapToInt(counts -> counts.waiting.size())
                .sum();
    }

    @Override
    public void close() {
        instances.close();
        samples.close();
        prepared.close();
        rejected.close();
    }
}
