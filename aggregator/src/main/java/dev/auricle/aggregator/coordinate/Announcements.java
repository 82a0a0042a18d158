package dev.auricle.aggregator.coordinate;

import dev.auricle.schemas.record.FederationFinished;
import dev.auricle.schemas.record.FederationFinished.Outcome;
import dev.auricle.schemas.record.Purpose;
import dev.auricle.schemas.record.RoundAbandoned;
import dev.auricle.schemas.record.RoundAbandoned.Reason;
import dev.auricle.schemas.record.RoundCommit;
import dev.auricle.schemas.record.RoundCommitted;
import dev.auricle.schemas.record.RoundEvent;
import dev.auricle.schemas.record.RoundOpened;
import dev.auricle.schemas.shard.Layouts;

/** Puts the coordinator's decisions into records. */
final class Announcements {
    private Announcements() {}

    static Decision opened(Federation federation, Stage.Open open, long now) {
        return announce(event(federation, open.purpose(), now)
                .setOpened(RoundOpened.newBuilder()
                        .setPlanSha256(federation.plan().sha256())
                        .setBaseVersion(federation.head())
                        .setDeadlineAtMs(open.deadlineAt())
                        .addAllSites(federation.plan().sites())
                        .setMerged(federation.committed())));
    }

    static Decision committed(
            Federation federation, Purpose purpose, String version, Contributions contributions, long now) {
        return announce(event(federation, purpose, now)
                .setCommitted(RoundCommitted.newBuilder()
                        .addAllParticipants(contributions.participants())
                        .setModelVersion(version)
                        .setBaseVersion(federation.head())
                        .setLayout(contributions.layout())
                        .setPlanSha256(federation.plan().sha256())));
    }

    static Decision abandoned(Federation federation, Stage.Open open, Reason reason, long now) {
        var missing = federation.plan().sites().stream()
                .filter(site -> !open.hasAnswerOf(site))
                .toList();
        return announce(event(federation, open.purpose(), now)
                .setAbandoned(RoundAbandoned.newBuilder().setReason(reason).addAllMissing(missing)));
    }

    static Decision finished(Federation federation, Outcome outcome, long now) {
        return announce(event(federation, Purpose.PURPOSE_UNSPECIFIED, now)
                .setFinished(FederationFinished.newBuilder()
                        .setModelVersion(federation.head())
                        .setOutcome(outcome)));
    }

    static Decision merge(Federation federation, String version, Contributions contributions) {
        return new Decision.Merge(RoundCommit.newBuilder()
                .setFederation(federation.plan().federation())
                .setRound(federation.round())
                .setModelVersion(version)
                .addAllParticipants(contributions.participants())
                .setParameters(Layouts.parameters(contributions.layout()))
                .setShardLength(contributions.layout().getShardLength())
                .setRule(federation.plan().rounds().rule().name())
                .build());
    }

    private static RoundEvent.Builder event(Federation federation, Purpose purpose, long now) {
        return RoundEvent.newBuilder()
                .setFederation(federation.plan().federation())
                .setRound(federation.round())
                .setPurpose(purpose)
                .setAtMs(now);
    }

    private static Decision announce(RoundEvent.Builder event) {
        return new Decision.Announce(event.build());
    }
}
