package dev.auricle.learning.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReproducibilityTest {

    @Test
    void learning_again_gives_the_same_bytes() {
        // Given
        String once = Scenes.hashOfLearned(1);

        // When
        String again = Scenes.hashOfLearned(1);

        // Then
        assertThat(again).isEqualTo(once);
    }

    @Test
    void another_seed_gives_other_bytes() {
        // When
        String other = Scenes.hashOfLearned(2);

        // Then
        assertThat(other).isNotEqualTo(Scenes.hashOfLearned(1));
    }

    @Test
    void learning_in_another_process_gives_the_same_bytes(@TempDir Path directory)
            throws IOException, InterruptedException {
        // Given
        Path file = directory.resolve("hash");
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> command = List.of(
                java.toString(),
                "-cp",
                System.getProperty("java.class.path"),
                LearningInAnotherProcess.class.getName(),
                "1",
                file.toString());

        // When
        int exit = new ProcessBuilder(command).inheritIO().start().waitFor();

        // Then
        assertThat(exit).isZero();
        assertThat(Files.readString(file)).isEqualTo(Scenes.hashOfLearned(1));
    }

    @Test
    void three_learning_at_once_give_the_same_bytes_as_one_after_the_other()
            throws ExecutionException, InterruptedException {
        // Given
        List<String> oneByOne =
                LongStream.of(1, 2, 3).mapToObj(Scenes::hashOfLearned).toList();
        ExecutorService hospitals = Executors.newFixedThreadPool(3);
        CyclicBarrier together = new CyclicBarrier(3);
        List<Callable<String>> work = LongStream.of(1, 2, 3)
                .<Callable<String>>mapToObj(seed -> () -> {
                    together.await();
                    return Scenes.hashOfLearned(seed);
                })
                .toList();

        // When
        List<Future<String>> atOnce = hospitals.invokeAll(work);

        // Then
        for (int i = 0; i < 3; i++) {
            assertThat(atOnce.get(i).get()).isEqualTo(oneByOne.get(i));
        }
        hospitals.shutdown();
    }
}
