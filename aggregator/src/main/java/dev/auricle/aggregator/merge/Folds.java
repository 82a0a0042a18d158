package dev.auricle.aggregator.merge;

import com.google.protobuf.ByteString;
import dev.auricle.schemas.plan.Rule;
import dev.auricle.schemas.record.Participant;
import dev.auricle.schemas.record.RoundCommit;
import dev.auricle.schemas.shard.FloatBytes;
import java.util.function.IntFunction;

/** Merges one shard by the rule of its round. */
public final class Folds {
    private Folds() {}

    /**
     * The merged shard, from its contributions one after the other, in site order.
     *
     * @param length floats of the shard
     * @param contribution the bytes of the participant at that place in the commit
     */
    public static ByteString merge(RoundCommit commit, int length, IntFunction<ByteString> contribution) {
        var fold = of(commit, length);
        for (int place = 0; place < commit.getParticipantsCount(); place++) {
            fold.add(
                    FloatBytes.view(contribution.apply(place)),
                    commit.getParticipants(place).getSamples());
        }
        return fold.result();
    }

    private static Fold of(RoundCommit commit, int length) {
        long total = commit.getParticipantsList().stream()
                .mapToLong(Participant::getSamples)
                .sum();
        return switch (Rule.valueOf(commit.getRule())) {
            case FEDAVG -> new FedAvg(length, total);
        };
    }
}
