package dev.auricle.aggregator.coordinate;

import dev.auricle.schemas.plan.PlanRecords;
import dev.auricle.schemas.record.FederationState;
import dev.auricle.schemas.record.OpenRound;

/** A federation's state as the store keeps it. */
final class FederationRecords {
    private FederationRecords() {}

    static FederationState toRecord(Federation federation) {
        var state = FederationState.newBuilder()
                .setPlan(PlanRecords.toRecord(federation.plan()))
                .setRound(federation.round())
                .setCommitted(federation.committed())
                .setAbandonedInRow(federation.abandonedInRow())
                .setHead(federation.head());
        if (federation.stage() instanceof Stage.Open open) {
            state.setOpen(OpenRound.newBuilder()
                    .setPurpose(open.purpose())
                    .setDeadlineAtMs(open.deadlineAt())
                    .addAllAnswers(open.answers()));
        } else if (federation.stage() instanceof Stage.Merging merging) {
            state.setMerging(merging.version());
        } else if (federation.stage() instanceof Stage.Finished finished) {
            state.setFinished(finished.outcome());
        }
        return state.build();
    }

    static Federation fromRecord(FederationState state) {
        return new Federation(
                PlanRecords.fromRecord(state.getPlan()),
                state.getRound(),
                state.getCommitted(),
                state.getAbandonedInRow(),
                state.getHead(),
                stage(state));
    }

    private static Stage stage(FederationState state) {
        return switch (state.getStageCase()) {
            case OPEN ->
                new Stage.Open(
                        state.getOpen().getPurpose(),
                        state.getOpen().getDeadlineAtMs(),
                        state.getOpen().getAnswersList());
            case MERGING -> new Stage.Merging(state.getMerging());
            case FINISHED, STAGE_NOT_SET -> new Stage.Finished(state.getFinished());
        };
    }
}
