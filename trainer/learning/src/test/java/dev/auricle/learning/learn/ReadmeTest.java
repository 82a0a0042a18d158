package dev.auricle.learning.learn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.learning.augment.AugmentationSettings;
import dev.auricle.learning.engine.EngineSettings;
import dev.auricle.learning.engine.LearningEngine;
import dev.auricle.learning.learn.LearningOutcome.Learned;
import dev.auricle.learning.loss.LossWeights;
import dev.auricle.learning.network.NetworkSpec;
import dev.auricle.learning.network.UNetSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReadmeTest {

    @Test
    void the_example_runs() {
        // Given
        SampleSource training = Scenes.ellipses(8, 1);
        SampleSource validation = Scenes.ellipses(4, 2);
        Images images = new Images(new float[3 * 32 * 32], 3, 32, 32);

        // When
        byte[] labels = example(training, validation, images);

        // Then
        assertThat(labels).hasSize(3 * 32 * 32);
    }

    @Test
    void the_readme_shows_the_example_as_it_is_compiled() throws IOException {
        // Given
        String path = "src/test/java/" + ReadmeTest.class.getName().replace('.', '/') + ".java";
        String source = Files.readString(Path.of(path));
        String example =
                source.substring(source.lastIndexOf("// example begins") + 18, source.lastIndexOf("// example ends"));

        // When
        String readme = Files.readString(Path.of("README.md"));

        // Then
        assertThat(readme).contains(example.stripIndent().strip());
    }

    private static byte[] example(SampleSource training, SampleSource validation, Images images) {
        Logger log = LoggerFactory.getLogger(ReadmeTest.class);
        // example begins
        LearningEngine engine = LearningEngine.start(EngineSettings.reproducible());
        NetworkSpec spec = new UNetSpec(1, 2, 8, 3);
        LearningSettings settings = new LearningSettings(
                new Schedule(2, 8),
                AdamSettings.usual(),
                LossWeights.even(),
                new AugmentationSettings(15, 0.5, 2, 0.1),
                42);

        Learner learner = new Learner(engine, spec, settings.forRound(1));
        LearningOutcome outcome = learner.learn(spec.initialState(42), training, LearningListener.silent());
        if (!(outcome instanceof Learned learned)) {
            throw new IllegalStateException("no model: " + outcome);
        }
        Evaluation evaluation = new Evaluator(engine, spec)
                .evaluate(learned.state(), validation)
                .orElseThrow();
        log.atInfo().addKeyValue("dice", evaluation.foregroundDice()).log("judged");
        try (Segmenter segmenter = new Segmenter(engine, spec, learned.state(), 4)) {
            return segmenter.segment(images);
        }
        // example ends
    }
}
