package dev.auricle.deploy.observe;

import java.time.Instant;

/**
 * Records of a study that lie in one partition one after the other and are of one kind.
 *
 * @param at of the first
 * @param what it is, without a patient's data
 */
public record TraceStep(Instant at, String topic, int partition, Offsets offsets, String what) {
    /** From the first to the last, and how many; records of other studies may lie between. */
    public record Offsets(long first, long last, long count) {}

    boolean isFollowedBy(TraceStep next) {
        return topic.equals(next.topic) && partition == next.partition && what.equals(next.what);
    }

    TraceStep with(TraceStep next) {
        var both = new Offsets(offsets.first, next.offsets.last, offsets.count + next.offsets.count);
        return new TraceStep(at, topic, partition, both, what);
    }

    /** {@code 2026-11-21T10:00:00Z  dicom.instances    2:17..58  42 × instance}. */
    @Override
    public String toString() {
        var place = partition + ":" + offsets.first + (offsets.last == offsets.first ? "" : ".." + offsets.last);
        return "%-24s  %-17s  %-14s  %s%s"
                .formatted(at, topic, place, offsets.count == 1 ? "" : offsets.count + " × ", what);
    }
}
