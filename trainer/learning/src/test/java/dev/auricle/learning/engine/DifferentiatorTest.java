package dev.auricle.learning.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DifferentiatorTest {

    private static final LearningEngine ENGINE = LearningEngine.start(EngineSettings.reproducible());

    @Test
    void gives_the_gradients_asked_for_in_their_order() {
        try (NDManager manager = ENGINE.newManager();
                Differentiator differentiator = new Differentiator(manager);
                Recording recording = differentiator.record()) {
            // Given
            NDArray x = variable(manager, 3);
            NDArray w = variable(manager, 5);

            // When
            NDList gradients = recording.gradients(x.mul(x).mul(w), new NDList(w, x));

            // Then: ∂x²w/∂w = x², ∂x²w/∂x = 2xw.
            assertThat(gradients).extracting(NDArray::getFloat).containsExactly(9f, 30f);
        }
    }

    @Test
    void asks_again_without_anything_left_from_before() {
        try (NDManager manager = ENGINE.newManager();
                Differentiator differentiator = new Differentiator(manager);
                Recording recording = differentiator.record()) {
            // Given
            NDArray x = variable(manager, 3);
            recording.gradients(x.mul(x), new NDList(x));

            // When
            NDList second = recording.gradients(x.mul(x), new NDList(x));

            // Then
            assertThat(second.singletonOrThrow().getFloat()).isEqualTo(6);
        }
    }

    @Test
    void records_on_three_threads_at_once() throws ExecutionException, InterruptedException {
        // Given
        ExecutorService threads = Executors.newFixedThreadPool(3);
        CyclicBarrier allRecording = new CyclicBarrier(3);

        // When
        List<Future<Float>> gradients = new ArrayList<>();
        for (int x = 1; x <= 3; x++) {
            float value = x;
            gradients.add(threads.submit(() -> gradientOfSquare(value, allRecording)));
        }

        // Then
        assertThat(gradients.get(0).get()).isEqualTo(2);
        assertThat(gradients.get(1).get()).isEqualTo(4);
        assertThat(gradients.get(2).get()).isEqualTo(6);
        threads.shutdown();
    }

    @Test
    void nothing_is_recorded_while_suspended() {
        try (NDManager manager = ENGINE.newManager();
                Differentiator differentiator = new Differentiator(manager);
                Recording recording = differentiator.record()) {
            // Given
            NDArray x = variable(manager, 3);

            // When
            NDArray square = Recording.suspended(() -> x.mul(x));

            // Then
            assertThatExceptionOfType(EngineException.class)
                    .isThrownBy(() -> recording.gradients(square, new NDList(x)))
                    .withMessageContaining("does not require grad");
            assertThat(JniUtils.isGradMode()).isTrue();
        }
    }

    @Test
    void a_closed_recording_leaves_the_thread_as_it_was() {
        try (NDManager manager = ENGINE.newManager();
                Differentiator differentiator = new Differentiator(manager)) {
            // Given
            boolean before = JniUtils.isGradMode();
            Recording recording = differentiator.record();

            // When
            recording.close();

            // Then
            assertThat(JniUtils.isGradMode()).isEqualTo(before);
        }
    }

    @Test
    void another_thread_cannot_close_a_recording() throws InterruptedException {
        try (NDManager manager = ENGINE.newManager();
                Differentiator differentiator = new Differentiator(manager);
                Recording recording = differentiator.record()) {
            // When
            Thread other = new Thread(() ->
                    // Then
                    assertThatIllegalStateException().isThrownBy(recording::close));
            List<Throwable> failures = new ArrayList<>();
            other.setUncaughtExceptionHandler((thread, failure) -> failures.add(failure));
            other.start();
            other.join();
            assertThat(failures).isEmpty();
        }
    }

    private static float gradientOfSquare(float value, CyclicBarrier allRecording)
            throws BrokenBarrierException, InterruptedException {
        try (NDManager manager = ENGINE.newManager();
                Differentiator differentiator = new Differentiator(manager);
                Recording recording = differentiator.record()) {
            NDArray x = variable(manager, value);
            NDArray square = x.mul(x);
            allRecording.await();
            float gradient = recording
                    .gradients(square, new NDList(x))
                    .singletonOrThrow()
                    .getFloat();
            allRecording.await();
            return gradient;
        }
    }

    private static NDArray variable(NDManager manager, float value) {
        NDArray x = manager.create(value);
        x.setRequiresGradient(true);
        return x;
    }
}
