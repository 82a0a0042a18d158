package dev.auricle.trainer.replay;

import dev.auricle.schemas.connect.KafkaConnection;
import dev.auricle.schemas.log.LogReader;
import dev.auricle.schemas.plan.Plan;
import dev.auricle.schemas.record.OffsetRange;
import dev.auricle.schemas.topic.Topics;
import java.time.Duration;

/**
 * A site's data set: its partition of {@code samples} up to an offset. The same end is the same data set, for ever. Not
 * thread-safe.
 */
public final class SiteData implements AutoCloseable {
    private final LogReader log;
    private final int partition;
    private final Plan plan;
    private final long begin;
    private final SampleIndex index;

    /** The data of one site under one plan. */
    public SiteData(KafkaConnection cluster, Plan plan, String site) {
        this.plan = plan;
        partition = plan.partitionOf(site);
        log = new LogReader(cluster);
        begin = log.begin(Topics.SAMPLES, partition);
        index = new SampleIndex(partition, plan.preprocessingSha256(), begin);
    }

    /**
     * The data up to an offset.
     *
     * @param range where it lies
     */
    public record Range(DataSet samples, OffsetRange range) {}

    /** The offset after the last sample now. */
    public long end() {
        return log.end(Topics.SAMPLES, partition);
    }

    /** Waits a while for a sample at or after an offset, and tells the end. */
    public long awaitBeyond(long offset, Duration patience) {
        return log.awaitBeyond(Topics.SAMPLES, partition, offset, patience);
    }

    /** What there is before an offset. */
    public Range before(long end) {
        index.extend(log, end);
        var range = OffsetRange.newBuilder()
                .setTopic(Topics.SAMPLES.name())
                .setPartition(partition)
                .setFirst(begin)
                .setEnd(end)
                .build();
        return new Range(
                DataSet.of(plan, index.before(end), offsets -> new PartitionSource(log, partition, offsets)), range);
    }

    @Override
    public void close() {
        log.close();
    }
}
