package dev.auricle.aggregator.coordinate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.aggregator.Plans;
import dev.auricle.schemas.plan.Plan;
import dev.auricle.schemas.record.Decline;
import dev.auricle.schemas.record.FederationFinished.Outcome;
import dev.auricle.schemas.record.Layout;
import dev.auricle.schemas.record.ModelManifest;
import dev.auricle.schemas.record.Participant;
import dev.auricle.schemas.record.Purpose;
import dev.auricle.schemas.record.RoundAbandoned.Reason;
import dev.auricle.schemas.record.RoundCommit;
import dev.auricle.schemas.record.RoundEvent;
import dev.auricle.schemas.record.TensorShape;
import dev.auricle.schemas.record.UpdateManifest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FederationTest {
    private static final long NOW = 1_000_000;
    private static final long DEADLINE = NOW + 60_000;

    private final List<Decision> decisions = new ArrayList<>();
    private Plan plan = Plans.ofThreeSites("count: 2");
    private Federation federation = take(Federation.begin(plan, NOW));

    @Test
    void a_plan_opens_the_first_round_from_the_seed() {
        assertThat(events()).singleElement().satisfies(event -> {
            assertThat(event.getRound()).isEqualTo(1);
            assertThat(event.getPurpose()).isEqualTo(Purpose.LEARN);
            assertThat(event.getOpened().getBaseVersion()).isEmpty();
            assertThat(event.getOpened().getDeadlineAtMs()).isEqualTo(DEADLINE);
            assertThat(event.getOpened().getSitesList()).containsExactly("north", "west", "south");
        });
    }

    @Test
    void the_round_closes_when_all_have_answered_and_lists_them_in_site_order() {
        // When
        answer("south", 30);
        answer("north", 10);
        answer("west", 20);
        // Then
        assertThat(commits()).singleElement().satisfies(commit -> {
            assertThat(commit.getModelVersion()).isEqualTo("atrium.1");
            assertThat(commit.getParticipantsList())
                    .extracting(Participant::getSite)
                    .containsExactly("north", "west", "south");
            assertThat(commit.getParticipantsList())
                    .extracting(Participant::getSamples)
                    .containsExactly(10L, 20L, 30L);
            assertThat(commit.getParameters()).isEqualTo(6);
        });
        assertThat(federation.stage()).isEqualTo(new Stage.Merging("atrium.1"));
    }

    @Test
    void rounds_follow_until_the_plans_count_and_then_the_sites_measure_and_the_model_is_released() {
        // When
        for (int round = 1; round <= 2; round++) {
            answerAll();
            register("atrium." + round);
        }
        answerAll();
        // Then
        var last = events().subList(events().size() - 3, events().size());
        assertThat(last.get(0).getPurpose()).isEqualTo(Purpose.EVALUATE);
        assertThat(last.get(0).getOpened().getBaseVersion()).isEqualTo("atrium.2");
        assertThat(last.get(1).getCommitted().getModelVersion()).isEqualTo("atrium.2");
        assertThat(last.get(2).getFinished().getModelVersion()).isEqualTo("atrium.2");
        assertThat(federation.stage()).isEqualTo(new Stage.Finished(Outcome.COMPLETED));
        assertThat(commits()).hasSize(2);
    }

    @Test
    void at_the_deadline_a_quorum_is_enough() {
        // Given
        restart("count: 2, quorum: 2");
        answer("north", 10);
        answer("south", 30);
        assertThat(commits()).isEmpty();
        // When
        take(federation.passed(DEADLINE));
        // Then
        assertThat(commits())
                .singleElement()
                .satisfies(commit -> assertThat(commit.getParticipantsList())
                        .extracting(Participant::getSite)
                        .containsExactly("north", "south"));
    }

    @Test
    void before_the_deadline_a_quorum_waits_for_the_others() {
        restart("count: 2, quorum: 2");
        answer("north", 10);
        answer("south", 30);
        take(federation.passed(DEADLINE - 1));
        assertThat(commits()).isEmpty();
    }

    @Test
    void without_a_quorum_at_the_deadline_the_round_is_abandoned_and_opened_anew() {
        // Given
        answer("north", 10);
        // When
        take(federation.passed(DEADLINE));
        // Then
        var abandoned = events().get(events().size() - 2);
        assertThat(abandoned.getAbandoned().getReason()).isEqualTo(Reason.DEADLINE_WITHOUT_QUORUM);
        assertThat(abandoned.getAbandoned().getMissingList()).containsExactly("west", "south");
        assertThat(events().get(events().size() - 1).getOpened().getDeadlineAtMs())
                .isEqualTo(DEADLINE + 60_000);
        assertThat(federation.round()).isEqualTo(2);
    }

    @Test
    void abandoned_too_often_in_a_row_it_gives_up() {
        // Given
        restart("count: 2, abandonLimit: 2");
        // When
        take(federation.passed(DEADLINE));
        take(federation.passed(DEADLINE + 60_000));
        // Then
        assertThat(federation.stage()).isEqualTo(new Stage.Finished(Outcome.GAVE_UP));
        assertThat(events().get(events().size() - 1).getFinished().getOutcome()).isEqualTo(Outcome.GAVE_UP);
    }

    @Test
    void an_answer_that_is_late_twice_foreign_or_to_another_plan_changes_nothing() {
        // Given
        answer("north", 10);
        var before = federation;
        var size = decisions.size();
        // When
        answer("north", 99);
        take(federation.answered(manifest("east", 10).build(), NOW));
        take(federation.answered(manifest("west", 10).setRound(7).build(), NOW));
        take(federation.answered(
                manifest("west", 10).setPurpose(Purpose.EVALUATE).build(), NOW));
        take(federation.answered(manifest("west", 10).clearPlanSha256().build(), NOW));
        // Then
        assertThat(federation).isEqualTo(before);
        assertThat(decisions).hasSize(size);
    }

    @Test
    void a_site_that_declines_is_heard_but_not_merged() {
        // Given
        restart("count: 2, quorum: 2");
        // When
        answer("north", 10);
        take(federation.answered(
                manifest("west", 0)
                        .setDeclined(Decline.newBuilder().setCode("NO_SAMPLES"))
                        .build(),
                NOW));
        answer("south", 30);
        // Then
        assertThat(commits())
                .singleElement()
                .satisfies(commit -> assertThat(commit.getParticipantsList())
                        .extracting(Participant::getSite)
                        .containsExactly("north", "south"));
    }

    @Test
    void when_all_have_answered_and_too_many_declined_nobody_waits_for_the_deadline() {
        answer("north", 10);
        answer("west", 0);
        answer("south", 0);
        assertThat(events().get(events().size() - 2).getAbandoned().getReason()).isEqualTo(Reason.TOO_MANY_DECLINED);
    }

    @Test
    void a_contribution_of_another_layout_is_left_out() {
        // Given
        restart("count: 2, quorum: 2");
        // When
        take(federation.answered(
                manifest("north", 10)
                        .setLayout(Layout.newBuilder().setShardLength(9))
                        .build(),
                NOW));
        answer("west", 20);
        answer("south", 30);
        // Then
        assertThat(commits())
                .singleElement()
                .satisfies(commit -> assertThat(commit.getParticipantsList())
                        .extracting(Participant::getSite)
                        .containsExactly("west", "south"));
    }

    @Test
    void the_same_plan_again_changes_nothing() {
        var before = federation;
        take(federation.adopt(Plans.ofThreeSites("count: 2"), NOW));
        assertThat(federation).isEqualTo(before);
    }

    @Test
    void a_changed_plan_ends_the_open_round_and_goes_on_from_the_head() {
        // Given
        answerAll();
        register("atrium.1");
        // When
        take(federation.adopt(Plans.ofThreeSites("count: 5"), NOW));
        // Then
        assertThat(events().get(events().size() - 2).getAbandoned().getReason()).isEqualTo(Reason.PLAN_CHANGED);
        assertThat(events().get(events().size() - 1).getOpened().getBaseVersion())
                .isEqualTo("atrium.1");
        assertThat(federation.committed()).isZero();
        assertThat(federation.round()).isEqualTo(3);
    }

    @Test
    void a_plan_that_changes_while_a_round_is_merged_does_not_go_on_from_what_is_merged() {
        // Given
        answerAll();
        assertThat(federation.stage()).isInstanceOf(Stage.Merging.class);
        // When
        take(federation.adopt(Plans.ofThreeSites("count: 5"), NOW));
        register("atrium.1");
        // Then
        assertThat(federation.stage()).isInstanceOf(Stage.Open.class);
        assertThat(events().get(events().size() - 1).getOpened().getBaseVersion())
                .isEmpty();
        assertThat(federation.committed()).isZero();
        assertThat(federation.round()).isEqualTo(2);
    }

    @Test
    void a_changed_plan_wakes_a_finished_federation() {
        // Given
        restart("count: 1");
        answerAll();
        register("atrium.1");
        answerAll();
        assertThat(federation.stage()).isInstanceOf(Stage.Finished.class);
        // When
        take(federation.adopt(Plans.ofThreeSites("count: 2"), NOW));
        // Then
        assertThat(federation.stage()).isInstanceOf(Stage.Open.class);
    }

    @Test
    void every_stage_survives_the_store() {
        for (var stage : List.of(
                new Stage.Open(
                        Purpose.LEARN, DEADLINE, List.of(manifest("north", 10).build())),
                new Stage.Merging("atrium.1"),
                new Stage.Finished(Outcome.GAVE_UP))) {
            var state = new Federation(plan, 3, 2, 1, "atrium.2", stage);
            assertThat(FederationRecords.fromRecord(FederationRecords.toRecord(state)))
                    .isEqualTo(state);
        }
    }

    private void restart(String rounds) {
        decisions.clear();
        plan = Plans.ofThreeSites(rounds);
        take(Federation.begin(plan, NOW));
    }

    private void answerAll() {
        List.of("north", "west", "south").forEach(site -> answer(site, 10));
    }

    private void answer(String site, long samples) {
        take(federation.answered(manifest(site, samples).build(), NOW));
    }

    private void register(String version) {
        take(federation.registered(
                ModelManifest.newBuilder().setVersion(version).build(), NOW));
    }

    private UpdateManifest.Builder manifest(String site, long samples) {
        var purpose = federation.stage() instanceof Stage.Open open ? open.purpose() : Purpose.LEARN;
        return UpdateManifest.newBuilder()
                .setFederation("atrium")
                .setRound(federation.round())
                .setPurpose(purpose)
                .setSite(site)
                .setSamples(samples)
                .setPlanSha256(plan.sha256())
                .setLayout(Layout.newBuilder()
                        .setShardLength(4)
                        .addTensors(TensorShape.newBuilder().setName("w").addShape(6)));
    }

    private Federation take(Step step) {
        federation = step.next();
        decisions.addAll(step.decisions());
        return federation;
    }

    private List<RoundEvent> events() {
        return decisions.stream()
                .filter(Decision.Announce.class::isInstance)
                .map(decision -> ((Decision.Announce) decision).event())
                .toList();
    }

    private List<RoundCommit> commits() {
        return decisions.stream()
                .filter(Decision.Merge.class::isInstance)
                .map(decision -> ((Decision.Merge) decision).commit())
                .toList();
    }
}
