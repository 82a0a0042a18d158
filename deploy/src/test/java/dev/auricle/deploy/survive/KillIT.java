package dev.auricle.deploy.survive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.schemas.plan.MethodName;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The aggregator and a trainer are killed in the middle of a round, and nobody can tell by the model. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class KillIT {
    private static final Map<MethodName, Told> UNDISTURBED = new EnumMap<>(MethodName.class);

    @TempDir
    @SuppressWarnings("NullAway.Init") // by the extension
    private Path directory;

    @ParameterizedTest
    @CsvSource({
        "FEDAVG, WHILE_LEARNING",
        "FEDAVG, WHEN_ONE_HAS_ANSWERED",
        "FEDAVG, WHILE_MERGING",
        "DECOUPLED, WHILE_LEARNING",
        "DECOUPLED, WHEN_ONE_HAS_ANSWERED"
    })
    void killed_in_the_middle_of_a_round_they_end_with_the_same_model(MethodName method, Moment moment) {
        var undisturbed = undisturbed(method);
        try (var run = new LearningRun(method, moment.name(), directory.resolve("killed"))) {
            // Given
            run.begin();
            run.awaitMoment(moment);
            // When
            run.killAggregatorAnd(moment.trainer());
            assertThat(run.isStill(moment)).as("killed in time").isTrue();
            run.startAgain(moment.trainer());
            // Then
            var told = run.awaitEnd();
            assertThat(told.models()).isEqualTo(undisturbed.models());
            assertThat(told.rounds()).isEqualTo(undisturbed.rounds());
            assertThat(told.answers()).doesNotHaveDuplicates().isEqualTo(undisturbed.answers());
            assertThat(told.commits()).isEqualTo(undisturbed.commits());
            assertThat(told.shards()).doesNotHaveDuplicates().isEqualTo(undisturbed.shards());
            assertThat(told.parts()).isEqualTo(undisturbed.parts());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"FEDAVG", "DECOUPLED"})
    void in_one_process_without_a_broker_every_answer_and_every_model_is_the_same(MethodName method) {
        var undisturbed = undisturbed(method);
        // When
        var rehearsed = LearningRun.rehearse(method);
        // Then
        assertThat(rehearsed.models()).isEqualTo(undisturbed.models());
        assertThat(rehearsed.answers()).isEqualTo(undisturbed.answers());
        assertThat(rehearsed.rounds()).isEqualTo(undisturbed.rounds());
    }

    private Told undisturbed(MethodName method) {
        return UNDISTURBED.computeIfAbsent(method, this::learnUndisturbed);
    }

    private Told learnUndisturbed(MethodName method) {
        try (var run = new LearningRun(method, "undisturbed", directory.resolve("undisturbed"))) {
            run.begin();
            var told = run.awaitEnd();
            assertThat(told.rounds()).hasSize(9).doesNotHaveDuplicates();
            assertThat(told.answers()).hasSize(8);
            assertThat(told.models()).hasSize(4).doesNotHaveDuplicates();
            assertThat(told.parts()).hasSize(method == MethodName.DECOUPLED ? 2 * LearningRun.ROUNDS : 0);
            return told;
        }
    }
}
