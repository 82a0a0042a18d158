package dev.auricle.learning.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ai.djl.pytorch.jni.JniUtils;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LearningEngineTest {

    @Test
    void starts_twice_with_the_same_settings() {
        // Given
        LearningEngine first = LearningEngine.start(EngineSettings.reproducible());

        // When
        LearningEngine second = LearningEngine.start(EngineSettings.reproducible());

        // Then
        assertThat(second.description()).isEqualTo(first.description()).contains("PyTorch 2.7.1", "1 threads");
    }

    @Test
    void threads_that_come_later_compute_with_as_many_threads() throws ExecutionException, InterruptedException {
        // Given
        LearningEngine.start(EngineSettings.reproducible());

        // When
        FutureTask<Integer> threads = new FutureTask<>(JniUtils::getNumThreads);
        new Thread(threads).start();

        // Then
        assertThat(threads.get()).isEqualTo(1);
    }

    @Test
    void does_not_change_its_threads_under_running_learners() {
        // Given
        LearningEngine.start(EngineSettings.reproducible());

        // Then
        assertThatExceptionOfType(UnableToStartEngine.class)
                .isThrownBy(() -> LearningEngine.start(new EngineSettings(2)))
                .withMessageContaining("cannot change to 2");
    }

    @Test
    void no_threads_at_all_are_refused() {
        // Then
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EngineSettings(0))
                .withMessageContaining("not 0");
    }
}
