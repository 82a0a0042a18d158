package dev.auricle.deploy.survive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The aggregator and a trainer are killed in the middle of a round, and nobody can tell by the model. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class KillIT {
    @SuppressWarnings("NullAway.Init") // before all
    private static Told undisturbed;

    @BeforeAll
    static void learn_undisturbed(@TempDir Path directory) {
        try (var run = new LearningRun("undisturbed", directory)) {
            run.begin();
            undisturbed = run.awaitEnd();
        }
        assertThat(undisturbed.rounds()).hasSize(9).doesNotHaveDuplicates();
        assertThat(undisturbed.answers()).hasSize(8);
        assertThat(undisturbed.models()).hasSize(4).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void killed_in_the_middle_of_a_round_they_end_with_the_same_model(Moment moment, @TempDir Path directory) {
        try (var run = new LearningRun(moment.name(), directory)) {
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
        }
    }
}
