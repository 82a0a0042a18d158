package dev.auricle.ingest;

import dev.auricle.schemas.plan.Plan;
import dev.auricle.schemas.record.Sample;
import dev.auricle.schemas.record.SeriesAssembled;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.streams.processor.StreamPartitioner;

/** Which partition records go to. */
final class Partitioning {
    private Partitioning() {}

    /** To the partition that the study's instances lie in, so that its series meet in one task. */
    static StreamPartitioner<String, SeriesAssembled> byStudy() {
        return (topic, series, assembled, partitions) ->
                Optional.of(Set.of(partitionOf(assembled.getStudyInstanceUid(), partitions)));
    }

    /** To the partition that the site owns. */
    static StreamPartitioner<String, Sample> ofSite(Plan plan) {
        return (topic, id, sample, partitions) -> Optional.of(Set.of(plan.partitionOf(sample.getSite())));
    }

    private static int partitionOf(String key, int partitions) {
        return BuiltInPartitioner.partitionForKey(key.getBytes(StandardCharsets.UTF_8), partitions);
    }
}
