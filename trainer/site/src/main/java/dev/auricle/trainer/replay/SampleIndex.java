package dev.auricle.trainer.replay;

import com.google.protobuf.ByteString;
import dev.auricle.schemas.log.LogReader;
import dev.auricle.schemas.record.Sample;
import dev.auricle.schemas.topic.Topics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which samples of a partition count, up to an offset: those of the plan's preprocessing, and of each series those of its
 * highest revision, each sample once however often it was prepared. Grows as the log grows; keeps places, not pixels.
 */
final class SampleIndex {
    private final int partition;
    private final ByteString preprocessing;
    private final List<SampleEntry> entries = new ArrayList<>();
    private final Set<String> known = new HashSet<>();
    private long end;

    SampleIndex(int partition, ByteString preprocessing, long begin) {
        this.partition = partition;
        this.preprocessing = preprocessing;
        end = begin;
    }

    /** Reads on to an offset, not included. */
    void extend(LogReader log, long to) {
        if (to <= end) {
            return;
        }
        log.read(Topics.SAMPLES, partition, end, to - 1, read -> add(read.offset(), read.value()));
        end = to;
    }

    /** What counts among the offsets before {@code to}, in offset order. */
    List<SampleEntry> before(long to) {
        Map<String, Integer> revisions = new HashMap<>();
        var range = entries.stream().filter(entry -> entry.offset() < to).toList();
        range.forEach(entry -> revisions.merge(entry.series(), entry.revision(), Math::max));
        return range.stream()
                .filter(entry -> Integer.valueOf(entry.revision()).equals(revisions.get(entry.series())))
                .toList();
    }

    /** Takes in the next sample of the log. */
    void add(long offset, Sample sample) {
        // The first of several counts: so a range that ends later changes nothing in one that ended before.
        if (sample.getPreprocessingSha256().equals(preprocessing) && known.add(sample.getSampleId())) {
            entries.add(new SampleEntry(
                    offset, sample.getSubject(), sample.getSeries(), sample.getRevision(), Traits.of(sample)));
        }
    }
}
