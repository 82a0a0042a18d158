package dev.auricle.aggregator.coordinate;

import dev.auricle.aggregator.coordinate.Stage.Finished;
import dev.auricle.aggregator.coordinate.Stage.Merging;
import dev.auricle.aggregator.coordinate.Stage.Open;
import dev.auricle.schemas.plan.Plan;
import dev.auricle.schemas.record.FederationFinished.Outcome;
import dev.auricle.schemas.record.ModelManifest;
import dev.auricle.schemas.record.Purpose;
import dev.auricle.schemas.record.RoundAbandoned.Reason;
import dev.auricle.schemas.record.UpdateManifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One federation, and the only ways in which it can move.
 *
 * <pre>
 *   begin ──▶ Open(LEARN) ──quorum──▶ Merging ──registered──▶ Open(LEARN) … count times … ──▶ Open(EVALUATE) ──▶ Finished
 *                  │ no quorum at the deadline: abandoned, opened anew; too often in a row: Finished(GAVE_UP)
 * </pre>
 *
 * Every move is a pure function of the state, the signal and the time, so that a replay of the log decides the same.
 *
 * @param round the last round number used
 * @param committed rounds committed and registered under this plan
 * @param abandonedInRow rounds abandoned since the last that was not
 * @param head the model that the next round starts from; empty: the plan's seed
 */
record Federation(Plan plan, int round, int committed, int abandonedInRow, String head, Stage stage) {

    /** The step that a signal makes; none where the federation is not known and the signal is no plan. */
    static Optional<Step> hear(Optional<Federation> federation, Signal signal, long now) {
        if (signal instanceof Signal.PlanPublished published) {
            return Optional.of(federation
                    .map(known -> known.adopt(published.plan(), now))
                    .orElseGet(() -> begin(published.plan(), now)));
        }
        if (signal instanceof Signal.SiteAnswered answered) {
            return federation.map(known -> known.answered(answered.answer(), now));
        }
        var registered = (Signal.ModelRegistered) signal;
        return federation.map(known -> known.registered(registered.model(), now));
    }

    /** A plan that was not there before. Times are epoch milliseconds. */
    static Step begin(Plan plan, long now) {
        return new Federation(plan, 0, 0, 0, "", new Finished(Outcome.OUTCOME_UNSPECIFIED)).openNext(now);
    }

    /**
     * A plan in place of the one before. The open round ends, and a round that is being merged ends in the register, but
     * nobody goes on from it; learning goes on from the head where the model is of the same kind, from the seed where
     * it is not. The same plan again changes nothing.
     */
    Step adopt(Plan changed, long now) {
        if (changed.equals(plan)) {
            return Step.stay(this);
        }
        var next = new Federation(changed, round, 0, 0, changed.goesOnFrom(plan) ? head : "", stage);
        if (stage instanceof Open open) {
            var abandoned = Announcements.abandoned(this, open, Reason.PLAN_CHANGED, now);
            return new Step(next, List.of(abandoned)).then(next.openNext(now));
        }
        return next.openNext(now);
    }

    /** A site's answer; one that comes late, twice, or from nobody we know changes nothing. */
    Step answered(UpdateManifest answer, long now) {
        if (!(stage instanceof Open open) || !isAwaited(answer, open)) {
            return Step.stay(this);
        }
        var heard = open.with(answer);
        var next = at(heard);
        return heard.answers().size() == plan.sites().size() ? next.close(heard, now) : Step.stay(next);
    }

    /** A model in the register. */
    Step registered(ModelManifest model, long now) {
        if (!(stage instanceof Merging merging) || !merging.version().equals(model.getVersion())) {
            return Step.stay(this);
        }
        return new Federation(plan, round, committed + 1, 0, model.getVersion(), stage).openNext(now);
    }

    /** Time has passed. */
    Step passed(long now) {
        return stage instanceof Open open && now >= open.deadlineAt() ? close(open, now) : Step.stay(this);
    }

    private boolean isAwaited(UpdateManifest answer, Open open) {
        return answer.getRound() == round
                && answer.getPurpose() == open.purpose()
                && answer.getPlanSha256().equals(plan.sha256())
                && plan.sites().contains(answer.getSite())
                && !open.hasAnswerOf(answer.getSite());
    }

    private Step openNext(long now) {
        var purpose = committed < plan.rounds().count() ? Purpose.LEARN : Purpose.EVALUATE;
        var open = new Open(purpose, now + plan.rounds().deadline().toMillis(), List.of());
        var next = new Federation(plan, round + 1, committed, abandonedInRow, head, open);
        return new Step(next, List.of(Announcements.opened(next, open, now)));
    }

    private Step close(Open open, long now) {
        var contributions = Contributions.of(open, plan);
        if (contributions.size() < plan.quorum()) {
            return abandon(open, contributions, now);
        }
        return open.purpose() == Purpose.LEARN ? merge(contributions, now) : release(contributions, now);
    }

    private Step merge(Contributions contributions, long now) {
        var version = plan.federation() + "." + round;
        return new Step(
                at(new Merging(version)),
                List.of(
                        Announcements.committed(this, Purpose.LEARN, version, contributions, now),
                        Announcements.merge(this, version, contributions)));
    }

    private Step release(Contributions contributions, long now) {
        return new Step(
                at(new Finished(Outcome.COMPLETED)),
                List.of(
                        Announcements.committed(this, Purpose.EVALUATE, head, contributions, now),
                        Announcements.finished(this, Outcome.COMPLETED, now)));
    }

    private Step abandon(Open open, Contributions contributions, long now) {
        var decisions = new ArrayList<Decision>();
        decisions.add(Announcements.abandoned(this, open, why(open, contributions), now));
        var next = new Federation(plan, round, committed, abandonedInRow + 1, head, stage);
        if (next.abandonedInRow < plan.rounds().abandonLimit()) {
            return new Step(next, decisions).then(next.openNext(now));
        }
        decisions.add(Announcements.finished(this, Outcome.GAVE_UP, now));
        return new Step(next.at(new Finished(Outcome.GAVE_UP)), decisions);
    }

    private Reason why(Open open, Contributions contributions) {
        if (contributions.willing() >= plan.quorum()) {
            return Reason.LAYOUTS_DISAGREE;
        }
        return open.answers().size() == plan.sites().size() ? Reason.TOO_MANY_DECLINED : Reason.DEADLINE_WITHOUT_QUORUM;
    }

    private Federation at(Stage other) {
        return new Federation(plan, round, committed, abandonedInRow, head, other);
    }
}
