package dev.auricle.learning.learn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.learning.learn.LearningOutcome.Learned;
import dev.auricle.learning.method.Method;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class NativeMemoryTest {

    @Test
    void hundreds_of_steps_hold_no_more_arrays_than_the_first() {
        // Given
        WatchedNetworkSpec spec = new WatchedNetworkSpec(Scenes.SMALL);
        Method method = Scenes.plain(spec);
        List<Integer> held = new ArrayList<>();
        LearningListener counting = new LearningListener() {
            @Override
            public void onStep(StepReport report) {
                held.add(spec.arraysHeld());
            }
        };

        // When
        LearningOutcome outcome = new Learner(Scenes.ENGINE, method, Scenes.settings(50, 1e-3, 1))
                .learn(Scenes.first(method, 1), Scenes.ellipses(24, 1), counting);

        // Then
        assertThat(outcome).isInstanceOf(Learned.class);
        assertThat(held).hasSize(300).containsOnly(held.get(0));
    }

    @Test
    void segmenting_again_and_again_holds_no_more_arrays_than_once() {
        // Given
        WatchedNetworkSpec spec = new WatchedNetworkSpec(Scenes.SMALL);
        Images images = new Images(new float[10 * 16 * 16], 10, 16, 16);
        try (Segmenter segmenter =
                new Segmenter(Scenes.ENGINE, Scenes.plain(spec), Scenes.everybodys(spec.initialState(1)), 4)) {
            segmenter.predict(images);
            int once = spec.arraysHeld();

            // When
            for (int i = 0; i < 50; i++) {
                segmenter.predict(images);
            }

            // Then
            assertThat(spec.arraysHeld()).isEqualTo(once);
        }
    }
}
