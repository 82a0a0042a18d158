package dev.auricle.aggregator.register;

import dev.auricle.schemas.record.ModelManifest;
import dev.auricle.schemas.record.ModelManifest.Status;
import dev.auricle.schemas.record.Purpose;
import dev.auricle.schemas.record.RoundCommitted;
import dev.auricle.schemas.record.RoundEvent;
import dev.auricle.schemas.record.ShardPlace;
import dev.auricle.schemas.record.ShardReceipt;
import dev.auricle.schemas.shard.Layouts;
import java.util.Collections;
import java.util.List;

/**
 * One version's entry in the register while it fills: shards and the round's commit come in any order.
 *
 * <pre>  empty ──shards, commit──▶ CANDIDATE ──measured──▶ RELEASED </pre>
 */
record Entry(ModelManifest manifest) {
    static Entry of(String version) {
        return new Entry(ModelManifest.newBuilder().setVersion(version).build());
    }

    /** With what is heard of the version. */
    Entry with(RegisterSignal signal) {
        return signal instanceof RegisterSignal.ShardMerged merged
                ? with(merged.receipt())
                : with(((RegisterSignal.RoundCommitted) signal).event());
    }

    /** With one more shard; the same one again changes nothing. */
    private Entry with(ShardReceipt receipt) {
        int missing = receipt.getShard() + 1 - manifest.getShardsCount();
        return completed(manifest.toBuilder()
                .addAllShards(Collections.nCopies(Math.max(0, missing), ShardPlace.getDefaultInstance()))
                .setShards(receipt.getShard(), receipt.getPlace()));
    }

    /** With what the coordinator said of the round that makes it, or of the one that measured it. */
    private Entry with(RoundEvent event) {
        var committed = event.getCommitted();
        return event.getPurpose() == Purpose.EVALUATE ? measured(committed) : made(event, committed);
    }

    /** Whether there is something to tell: all shards are there and so is the commit. */
    boolean isComplete() {
        return manifest.getStatus() != Status.STATUS_UNSPECIFIED;
    }

    private Entry made(RoundEvent event, RoundCommitted committed) {
        return completed(manifest.toBuilder()
                .setFederation(event.getFederation())
                .setRound(event.getRound())
                .setParent(committed.getBaseVersion())
                .setLayout(committed.getLayout())
                .setParameters(Layouts.parameters(committed.getLayout()))
                .addAllParticipants(committed.getParticipantsList())
                .setPlanSha256(committed.getPlanSha256()));
    }

    private Entry measured(RoundCommitted committed) {
        return new Entry(manifest.toBuilder()
                .setStatus(Status.RELEASED)
                .clearMetrics()
                .putAllMetrics(Measurements.mean(committed.getParticipantsList()))
                .clearMeasuredBy()
                .addAllMeasuredBy(committed.getParticipantsList())
                .build());
    }

    private static Entry completed(ModelManifest.Builder manifest) {
        var places = manifest.getShardsList();
        if (manifest.getStatus() == Status.STATUS_UNSPECIFIED && hasAll(manifest, places)) {
            manifest.setStatus(Status.CANDIDATE)
                    .setSha256(Layouts.modelSha256(
                            places.stream().map(ShardPlace::getSha256).toList()));
        }
        return new Entry(manifest.build());
    }

    private static boolean hasAll(ModelManifest.Builder manifest, List<ShardPlace> places) {
        return manifest.hasLayout()
                && places.size() == Layouts.shards(manifest.getLayout()).count()
                && places.stream().noneMatch(place -> place.getSha256().isEmpty());
    }
}
