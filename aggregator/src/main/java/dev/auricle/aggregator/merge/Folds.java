package dev.auricle.aggregator.merge;

import dev.auricle.schemas.plan.Rule;
import dev.auricle.schemas.record.Participant;
import dev.auricle.schemas.record.RoundCommit;

/** The fold of each rule. */
final class Folds {
    private Folds() {}

    static Fold of(RoundCommit commit, int length) {
        long total = commit.getParticipantsList().stream()
                .mapToLong(Participant::getSamples)
                .sum();
        return switch (Rule.valueOf(commit.getRule())) {
            case FEDAVG -> new FedAvg(length, total);
        };
    }
}
